/* Names of clusters, parks and seats, that of the chosen first, as many as do not collide. */

import { element } from "./elements.js";
import { isChosen } from "./items.js";
import { boxAround, isFree, placesAround, placesOnArea } from "./placement.js";
import { state } from "./state.js";

/** @import { Hulls, Parks, Seats } from "./scene" */
/** @import { Frame, Item } from "./types" */
/** @typedef {Item<Hulls> | Item<Parks> | Item<Seats>} NamedItem */

const MOST = 40; // within the window
const MOST_HULLS = 6; // of them, the largest
const HALF_HEIGHT_PX = 9;
const FROM_DOT_PX = 15;
const DOT_PX = 6;
const PADDING_PX = 16; // left and right of a name together
const FONT = 'px "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/** @param {string} name */
const widthOf = (name) => {
  pen ||= document.createElement("canvas").getContext("2d");
  if (!pen) return 0;
  pen.font = 12 * state.type + FONT;
  return pen.measureText(name).width + PADDING_PX;
};

export const placeLabels = () => {
  const size = state.map.getSize();
  /** @type {Frame[]} */
  const taken = [];
  const hulls = smallHulls(size.x);
  state.groups.labels.clearLayers();
  for (const item of namedItems()) {
    if (taken.length >= MOST) break;
    if (item.layer === "hulls" && taken.length >= MOST_HULLS) continue;
    const covered = [...taken, ...hulls.filter(([hull]) => hull !== item).map(([, box]) => box)];
    const box = placesOf(item, size.x).find((place) => isFree(place, covered, size));
    if (!box) continue;
    taken.push(box);
    addLabel(item, box);
  }
};

/* The items that have a name to show, the chosen one first. */
const namedItems = () => {
  const isNamed = (/** @type {"hulls" | "parks" | "seats"} */ layer) =>
    !state.off.has(layer) && (layer === "hulls" || !["labels", "parks"].some((one) => state.off.has(one)));
  const layers = /** @type {const} */ (["hulls", "parks", "seats"]);
  const items = /** @type {NamedItem[]} */ (layers.filter(isNamed).flatMap((layer) => state.items[layer] ?? []));
  return items
    .filter(({ shown, content, i }) => shown && content.names[i])
    .sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)));
};

/**
 * The areas of clusters that names keep off; one that fills half the window leaves no other place.
 * @param {number} windowWidth
 * @returns {[NamedItem, Frame][]}
 */
const smallHulls = (windowWidth) => {
  const hulls = /** @type {Item<Hulls>[]} */ (state.off.has("hulls") ? [] : (state.items.hulls ?? []));
  return hulls
    .filter(({ shown }) => shown)
    .map((item) => /** @type {[NamedItem, Frame]} */ ([item, frameOf(item)]))
    .filter(([, [west, , east]]) => east - west < windowWidth / 2);
};

/**
 * Return the boxes that a name may take, the best first.
 * @param {NamedItem} item
 * @param {number} windowWidth
 */
const placesOf = (item, windowWidth) => {
  const halfHeight = HALF_HEIGHT_PX * state.type;
  const halfWidth = widthOf(item.content.names[item.i]) / 2;
  const middle = state.map.latLngToContainerPoint(item.point);
  const isDot = item.shown === item.dot;
  const away = FROM_DOT_PX * state.type;
  let places = isDot
    ? [middle.add([0, away]), middle.subtract([0, away])]
    : placesOnArea(frameOf(item), middle, halfHeight);
  if (item.layer === "hulls") places = placesAround(places, frameOf(item), halfWidth, windowWidth);
  return places.map((place) => boxAround(place, halfWidth, halfHeight));
};

/**
 * Return where an area is shown, in pixels of the window.
 * @param {NamedItem} item
 * @returns {Frame}
 */
const frameOf = (item) => {
  const toPixel = (/** @type {L.LatLngExpression} */ place) => state.map.latLngToContainerPoint(place);
  if (!item.polygon || item.shown === item.dot) return boxAround(toPixel(item.point), DOT_PX, DOT_PX);
  const box = item.polygon.getBounds();
  const [northWest, southEast] = [toPixel(box.getNorthWest()), toPixel(box.getSouthEast())];
  return [northWest.x, northWest.y, southEast.x, southEast.y];
};

/**
 * @param {NamedItem} item
 * @param {Frame} box
 */
const addLabel = (item, [west, north, east, south]) => {
  const className = `pa-label of-${item.layer}${isChosen(item) ? " is-chosen" : ""}`;
  const html = element("span", className, item.content.names[item.i]);
  const icon = L.divIcon({ html, className: "", iconSize: [east - west, south - north] });
  const middle = state.map.containerPointToLatLng([(west + east) / 2, (north + south) / 2]);
  state.groups.labels.addLayer(L.marker(middle, { icon, pane: "labels", interactive: false, keyboard: false }));
};
