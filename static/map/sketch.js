/* Drawing a polygon or a circle on the map, measuring length and area, naming a place: one tool, four endings.
 *
 * A polygon, circle or place is handed over as "polygon:lon,lat,…", "circle:lon,lat,metres" or "point:lon,lat"; a
 * measurement stays on the map until the next one. Leaflet-draw and leaflet-measure bring 130 kB with looks and words
 * of their own for it. */

import { load } from "./libraries.js";
import { around, between, lengthOf, long, ringSizes, wide } from "./measures.js";
import { state } from "./state.js";
import { drawToolbar, paintToolbar } from "./toolbar.js";

/** @import { Tool } from "./scene" */

const GEODESIC = "geographiclib/geodesic.min.js";
const NEAR_PX = 12; // a click so near to the first corner closes the shape
const DOUBLE_CLICK_MS = 300;
const FEWEST = { polygon: 3, circle: 2, measure: 2, point: 1 };
const MOST = { polygon: 100, circle: 2, measure: 100, point: 1 }; // corners that an address takes

/** @type {Tool | null} */
let tool = null;
/** @type {L.LatLng[]} */
let points = [];
/** @type {L.LatLng | null} where the mouse is, which may become the next point */
let cursor = null;
let isEnding = false;
/** @type {L.FeatureGroup} */
let layer;
/** @type {L.SVG} */
let renderer;
/** @type {HTMLElement} */
let note;
/** @type {(words: string) => void} */
let handOver;

/**
 * Listen to the map; what is drawn goes to ``done``, an empty word where it is wiped off.
 * @param {(words: string) => void} done
 */
export const begin = (done) => {
  const { map } = state;
  handOver = done;
  layer = L.featureGroup().addTo(map);
  const pane = map.createPane("sketch");
  Object.assign(pane.style, { zIndex: 550, pointerEvents: "none" });
  renderer = L.svg({ pane: "sketch" });
  note = L.DomUtil.create("div", "pa-note", map.getContainer());
  note.setAttribute("role", "status");
  map.on("click", ({ latlng }) => tool && add(tool, latlng.wrap()));
  map.on("mousemove", ({ latlng }) => {
    if (!tool || !points.length) return;
    cursor = latlng.wrap();
    show();
  });
  document.addEventListener("keydown", onKey);
};

/* Whether a click belongs to a tool. */
export const isOn = () => Boolean(tool) || isEnding;

/** Show the bar of the scene's tools. */
export const offer = () => {
  const press = (/** @type {Tool} */ name) => (tool === name ? wipe() : start(name));
  drawToolbar(press, () => {
    wipe();
    if (state.scene.layers.drawn) handOver("");
  });
  paintToolbar(tool);
};

export const wipe = () => {
  if (tool) stop();
  points = [];
  layer.clearLayers();
  note.replaceChildren();
};

/* ---------- what is said and shown meanwhile ---------- */

const ends = () => (cursor ? [...points, cursor] : points);

/**
 * Return what is said of a sketch: lengths and areas.
 * @param {Tool} name
 * @param {{ lat: number, lng: number }[]} line
 * @param {Record<string, string>} texts
 */
export const sizesOf = (name, line, texts) => {
  if (line.length < 2) return [];
  if (name === "circle") {
    const radius = between(line[0], line[1]);
    return [`${texts.radius} ${long(radius, texts)}`, `${texts.area} ${wide(Math.PI * radius ** 2, texts)}`];
  }
  if (line.length < 3) return [`${texts.length} ${long(lengthOf(line), texts)}`];
  const { area, perimeter } = ringSizes(line);
  const isRing = name === "polygon";
  const length = `${isRing ? texts.perimeter : texts.length} ${long(isRing ? perimeter : lengthOf(line), texts)}`;
  return [length, `${texts.area} ${wide(area, texts)}`];
};

/** @param {Tool} name */
const hintOf = (name) => {
  const { texts } = state.scene;
  if (points.length && !cursor) return "";
  return points.length && name !== "circle" ? texts.hint_finish : texts[`hint_${name}`];
};

const say = () => {
  if (!tool) return;
  const lines = [sizesOf(tool, ends(), state.scene.texts).join(" · "), hintOf(tool)].filter(Boolean);
  note.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
};

const show = () => {
  const line = ends();
  const options = { renderer, className: "pa-sketch", weight: 2.5, interactive: false };
  layer.clearLayers();
  if (tool === "circle" && line.length > 1) {
    layer.addLayer(L.polygon(around(line[0], between(line[0], line[1])), options));
  } else if (line.length > 2) layer.addLayer(L.polygon(line, options));
  else if (line.length > 1) layer.addLayer(L.polyline(line, options));
  for (const point of points) layer.addLayer(L.circleMarker(point, { ...options, className: "pa-corner", radius: 4 }));
  say();
};

/* ---------- doing ---------- */

/** @param {Tool} name */
const start = async (name) => {
  await load(GEODESIC);
  wipe();
  tool = name;
  const { map } = state;
  map.getContainer().classList.add("is-sketching");
  map.doubleClickZoom.disable();
  map.closePopup();
  paintToolbar(tool);
  say();
  map.getContainer().focus();
};

/* End a tool; what it has measured stays. A second click close on the one that ended it means nothing. */
const stop = () => {
  tool = null;
  cursor = null;
  state.map.getContainer().classList.remove("is-sketching");
  isEnding = true;
  setTimeout(() => {
    isEnding = false;
    if (!tool) state.map.doubleClickZoom.enable();
  }, DOUBLE_CLICK_MS);
  paintToolbar(tool);
};

/**
 * @param {L.LatLng | undefined} a
 * @param {L.LatLng} b
 */
const isNear = (a, b) =>
  a && state.map.latLngToContainerPoint(a).distanceTo(state.map.latLngToContainerPoint(b)) < NEAR_PX;

/**
 * @param {Tool} name
 * @param {L.LatLng} point
 */
const add = (name, point) => {
  const isLast = isNear(points.at(-1), point); // the second click of two
  const closes = points.length > 2 && isNear(points[0], point);
  if (name !== "circle" && (isLast || closes)) finish(name);
  else if (!isLast) {
    points.push(point);
    if (points.length === MOST[name]) finish(name);
    else show();
  }
};

/** @param {Tool} name */
const finish = (name) => {
  if (points.length < FEWEST[name]) return;
  cursor = null;
  show();
  stop();
  const words = wordsOf(name, points);
  if (name === "point") wipe();
  if (words) handOver(words);
};

/**
 * Return a shape as the page's address writes it; a measurement is nobody else's business.
 * @param {Tool} name
 * @param {{ lat: number, lng: number }[]} corners
 */
export const wordsOf = (name, corners) => {
  if (name === "measure") return "";
  const at = (/** @type {{ lat: number, lng: number }} */ { lng, lat }) => `${lng.toFixed(5)},${lat.toFixed(5)}`;
  if (name === "circle") return `circle:${at(corners[0])},${between(corners[0], corners[1]).toFixed(1)}`;
  return `${name}:${corners.map(at).join(",")}`;
};

/** @param {KeyboardEvent} event */
const onKey = ({ key }) => {
  if (!tool) return;
  if (key === "Escape") wipe();
  if (key === "Enter") finish(tool);
  if (key === "Backspace") {
    points.pop();
    show();
  }
};
