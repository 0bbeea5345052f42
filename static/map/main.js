/* Draws the park map inside streamlit-folium's frame.
 *
 * The frame's own script loads Leaflet and this, then makes the map. The scene (what to draw) arrives as deflated JSON
 * in the component's argument "scene" and is drawn as text and numbers only: data never becomes code. */

import { hear, tell, tellIfUncovered } from "./answers.js";
import { listen, onGroundClick } from "./clicks.js";
import { drawControls } from "./controls.js";
import { fitFrame, mapReady, unpack } from "./frame.js";
import { arrangeAnew, drawLayer, restyle } from "./items.js";
import { placeLabels } from "./labels.js";
import { LAYERS, LAYER_NAMES } from "./layers.js";
import { drawLegend, recall } from "./legend.js";
import * as patterns from "./patterns.js";
import * as sketch from "./sketch.js";
import { state } from "./state.js";
import { follow, leadTwins, quietly } from "./twins.js";
import { firstWindow, keepView, letGo, moveToFocus, takeNewSize } from "./view.js";

/** @import { Scene } from "./scene" */
/** @import { LayerName } from "./types" */

const LABELS_LEVEL = 500;
const REST_MS = 250; // a window that has stood so long is kept

let drawnText = "";
let order = 0;
/** @type {number | undefined} */
let waiting;

/** @param {Event} event */
const onRender = async (event) => {
  const { scene, height, heard } = /** @type {CustomEvent} */ (event).detail.args;
  if (!scene) return;
  hear(heard);
  const own = ++order;
  const text = await unpack(scene);
  const map = await mapReady();
  if (own !== order) return; // a newer scene came while this one was unpacked
  fitFrame(map, height);
  if (text === drawnText) return;
  drawnText = text;
  show(map, JSON.parse(text));
};

/**
 * @param {L.Map} map
 * @param {Scene} scene
 */
const show = (map, scene) => {
  /** @type {Scene | undefined} */
  const before = state.scene;
  state.scene = scene;
  if (before && scene.selected !== state.selected) map.closePopup(); // chosen elsewhere on the page
  state.selected = scene.selected;
  if (!before) begin(map);
  dress(scene);
  const fresh = LAYER_NAMES.filter((name) => !before || differ(before.layers[name], scene.layers[name]));
  const saysAnew = !before || differ(before.texts, scene.texts);
  if (fresh.includes("drawn")) sketch.wipe();
  if (saysAnew || fresh.includes("drawn")) {
    drawControls();
    sketch.offer();
  }
  if (fresh.length || saysAnew) drawLegend();
  if (!before) firstWindow();
  fresh.forEach(drawLayer);
  restyle();
  moveToFocus();
  placeLabels();
  document.body.dataset.drawn = String(order); // tests wait for this
  tellIfUncovered();
};

/**
 * @param {unknown} one
 * @param {unknown} other
 */
const differ = (one, other) => JSON.stringify(one) !== JSON.stringify(other);

/** @param {Scene} scene */
const dress = ({ dark, large }) => {
  document.body.classList.toggle("is-dark", dark);
  document.body.classList.toggle("is-large", large);
  state.type = Number(getComputedStyle(document.body).getPropertyValue("--type"));
};

/** @param {L.Map} map */
const begin = (map) => {
  state.map = map;
  recall();
  /* Before the tools hear the click, which may end one. */
  map.on("click", (event) => sketch.isOn() || onGroundClick(event));
  sketch.begin((drawn) => tell({ drawn }));
  quietly(() => map.invalidateSize({ pan: false }));
  const container = map.getContainer();
  /* Leaflet focuses the map when the mouse goes down; the page would jump to its top, and the click miss. */
  container.focus = () => HTMLElement.prototype.focus.call(container, { preventScroll: true });
  new ResizeObserver(takeNewSize).observe(container);
  map.attributionControl.setPrefix(false);
  for (const name of LAYER_NAMES) {
    addPane(name, LAYERS[name]);
    if (!LAYERS[name].isPassive) listen(name);
  }
  addPane("labels", { level: LABELS_LEVEL, isPassive: true });
  patterns.begin(container);
  map.eachLayer((layer) => layer instanceof L.TileLayer && document.body.classList.add("has-tiles"));
  map.on("moveend", onMoveEnd);
  map.on("move", leadTwins);
  map.on("dragstart zoomstart", letGo);
  map.on("zoomend", arrangeAnew);
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
};

/**
 * @param {LayerName | "labels"} name
 * @param {{ level: number, isPassive?: boolean }} drawing
 */
const addPane = (name, { level, isPassive }) => {
  const pane = state.map.createPane(name);
  pane.style.zIndex = String(level);
  if (isPassive) pane.style.pointerEvents = "none";
  state.renderers[name] = L.svg({ pane: name });
  state.groups[name] = L.featureGroup().addTo(state.map);
};

const onMoveEnd = () => {
  placeLabels();
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    keepView();
    tellIfUncovered();
  }, REST_MS);
};

window.paFollow = (centre, zoom) => {
  if (!state.scene?.twin) return;
  letGo();
  follow(centre, zoom);
};
window.Streamlit.events.addEventListener(window.Streamlit.RENDER_EVENT, onRender);
/* These modules were loaded in answer to the first message; ask for it once more. */
window.Streamlit.setComponentReady();
