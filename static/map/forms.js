/* What stands on the map for an item: Leaflet's shapes, each in the pane of its layer. */

import { element } from "./elements.js";
import { bent, pointOf, polygonOf } from "./geometry.js";
import { headOf } from "./patterns.js";
import { state } from "./state.js";

/** @import { Cells, Circles, Departure, Flows, Hulls, Lines, Parks, Patches, Seats, Stops } from "./scene" */
/** @import { Item } from "./types" */

const SMALL_PX = 7; // an area smaller than this on screen is drawn as a dot
const DOT_PX = 4.5;

/**
 * @param {Item<any>} item
 * @param {string} className
 */
const optionsOf = (item, className) => ({ renderer: state.renderers[item.layer], className });

/**
 * An area of which nothing is asked: the mouse passes through.
 * @param {Item<Lines> | Item<Patches>} item
 * @param {string} className
 * @param {L.PolylineOptions} [more]
 */
export const shapeOf = (item, className, more) =>
  L.polygon(polygonOf(item.content.shapes[item.i]), { ...optionsOf(item, className), interactive: false, ...more });

/** @param {Item<Lines>} item */
export const routeOf = (item) =>
  L.polyline(polygonOf(item.content.shapes[item.i])[0], {
    ...optionsOf(item, "pa-route"),
    weight: 3,
    interactive: false,
  });

/**
 * An area that is a dot where it is small.
 * @param {Item<Parks> | Item<Hulls>} item
 * @param {string} className
 */
export const areaOf = (item, className) => {
  const options = optionsOf(item, className);
  const shape = item.content.shapes[item.i];
  item.polygon = shape && L.polygon(polygonOf(shape), options);
  item.dot = L.circleMarker(item.point, { ...options, radius: DOT_PX });
  return [item.polygon, item.dot];
};

/**
 * Return which form of an area suits the zoom.
 * @param {Item<Parks> | Item<Hulls>} item
 */
export const areaNow = ({ polygon, forms }) => (polygon && !isSmall(polygon) ? polygon : forms[forms.length - 1]);

/** @param {L.Polygon} polygon */
const isSmall = (polygon) => {
  const box = polygon.getBounds();
  const size = state.map.project(box.getNorthEast()).subtract(state.map.project(box.getSouthWest()));
  return Math.max(Math.abs(size.x), Math.abs(size.y)) < SMALL_PX;
};

/** @param {Item<Circles>} item */
export const circleOf = (item) =>
  L.circleMarker(item.point, { ...optionsOf(item, "pa-project"), radius: item.content.radii[item.i] });

/**
 * A triangle that stands on its tip, so that what is at its place stays in sight.
 * @param {Item<Circles>} item
 */
export const triangleOf = (item) =>
  new (triangle())(item.point, { ...optionsOf(item, "pa-obstacle"), radius: item.content.radii[item.i] });

/** @type {typeof L.CircleMarker | undefined} made when Leaflet is there */
let Triangle;
const triangle = () =>
  (Triangle ||= /** @type {any} */ (L.CircleMarker).extend({
    /** @this {any} */
    _updatePath() {
      const { x, y } = this._point;
      const r = this._radius;
      const path = `M${x} ${y}L${x + r} ${y - 1.7 * r}L${x - r} ${y - 1.7 * r}Z`;
      this._renderer._setPath(this, this._empty() ? "M0 0" : path);
    },
  }));

/** @param {Item<Seats>} item */
export const seatOf = (item) =>
  (item.dot = L.circleMarker(item.point, { ...optionsOf(item, "pa-seat"), radius: DOT_PX }));

/** @param {Item<Departure>} item */
export const departureOf = (item) =>
  L.circleMarker(item.point, { ...optionsOf(item, "pa-departure"), radius: 8 * state.type });

/** @param {Item<Stops>} item */
export const stopOf = (item) =>
  badgeOf(item, element("span", "", String(item.i + 1)), { className: "pa-stop", size: 26 * state.type });

/** @param {Item<Cells>} item */
export const cellOf = (item) => {
  const share = item.content.shares[item.i];
  const ring = element("div", "pa-cell");
  ring.style.setProperty("--share", String(share ?? 0));
  ring.classList.toggle("is-unknown", share === null);
  ring.append(element("span", "", item.content.names[item.i]));
  return badgeOf(item, ring, { className: "", size: item.content.sizes[item.i] });
};

/**
 * @param {Item<Stops> | Item<Cells>} item
 * @param {HTMLElement} html
 * @param {{ className: string, size: number }} look
 */
const badgeOf = (item, html, { className, size }) => {
  const icon = L.divIcon({ html, className, iconSize: [size, size] });
  return L.marker(item.point, { icon, pane: item.layer, keyboard: false });
};

/** @param {Item<Flows>} item */
export const arcOf = (item) => {
  const { SphericalMercator } = L.Projection;
  const { starts, ends, widths } = item.content;
  const [start, end] = [starts, ends].map((points) => SphericalMercator.project(L.latLng(pointOf(points, item.i))));
  const points = bent(start, end).map(({ x, y }) => SphericalMercator.unproject(L.point(x, y)));
  const look = /** @type {const} */ ({ lineCap: "butt", noClip: true, smoothFactor: 0 });
  const arc = L.polyline(points, { ...optionsOf(item, "pa-arc"), ...look });
  return arc.on("add", () => arc.getElement()?.setAttribute("marker-end", headOf(widths[item.i])));
};
