/* What goes back to Python: {selected, view, turn}, when something was chosen or the window needs what it has not. */

import { isCovered } from "./geometry.js";
import { state } from "./state.js";
import { windowNow } from "./view.js";

let told = "";
/** @type {{ turn: number, more: { drawn?: string } } | null} what was drawn and Python has not heard of yet */
let unheard = null;

/**
 * "turn" tells Python a new answer from one it has already acted upon. An answer may be overtaken by the next before
 * Python hears it, so what was drawn is told until it is heard.
 * @param {{ drawn?: string }} [more]
 */
export const tell = (more) => {
  const view = windowNow();
  const turn = Date.now();
  told = JSON.stringify(view);
  if (more) unheard = { turn, more };
  window.Streamlit.setComponentValue({ selected: state.selected, view, turn, ...unheard?.more });
};

/**
 * Take note of the newest answer that Python has heard.
 * @param {number | null} turn
 */
export const hear = (turn) => {
  if (unheard && turn && turn >= unheard.turn) unheard = null;
};

/* Ask for more only where the window shows part of the region that the scene does not cover. */
export const tellIfUncovered = () => {
  const { reach, zoom, extent } = state.scene;
  if (!reach) return;
  const view = windowNow();
  if (JSON.stringify(view) === told) return; // never ask twice for the same window
  if (Math.round(state.map.getZoom()) !== zoom || !isCovered(view, extent, reach)) tell();
};
