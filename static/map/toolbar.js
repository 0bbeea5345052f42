/* The bar of tools to draw and measure with. */

import { buttonOf, svg } from "./elements.js";
import { state } from "./state.js";

/** @import { Tool } from "./scene" */

/** @type {Record<Tool | "clear", string>} paths in a square of 24 */
const ICONS = {
  polygon: "M4 6 12 3l8 6-4 11H6Z",
  circle: "M12 4a8 8 0 1 0 .01 0Z",
  measure: "M3 15 15 3l6 6L9 21Zm4-4 2 2m1-5 3 3m0-6 2 2",
  point: "M12 21s-6-6.5-6-11a6 6 0 0 1 12 0c0 4.5-6 11-6 11Zm0-9a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  clear: "M5 5l14 14M19 5 5 19",
};

/** @type {L.Control | null} */
let bar = null;

/**
 * @param {(name: Tool) => void} press
 * @param {() => void} clear
 */
export const drawToolbar = (press, clear) => {
  const { tools } = state.scene;
  bar?.remove();
  bar = null;
  if (!tools.length) return;
  bar = new L.Control({ position: "topright" });
  bar.onAdd = () => {
    const box = L.DomUtil.create("div", "leaflet-bar pa-tools");
    box.append(...tools.map((name) => toolButton(name, () => press(name))), toolButton("clear", clear));
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  bar.addTo(state.map);
};

/**
 * Show which tool is taken.
 * @param {Tool | null} taken
 */
export const paintToolbar = (taken) => {
  for (const name of bar ? state.scene.tools : []) {
    bar?.getContainer()?.querySelector(`.is-${name}`)?.setAttribute("aria-pressed", String(name === taken));
  }
};

/**
 * @param {Tool | "clear"} name
 * @param {() => void} act
 */
const toolButton = (name, act) => {
  const button = buttonOf(`pa-tool is-${name}`, state.scene.texts[`tool_${name}`], act);
  const icon = svg("svg", { viewBox: "0 0 24 24" });
  icon.append(svg("path", { d: ICONS[name] }));
  button.append(icon);
  return button;
};
