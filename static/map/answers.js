/* What goes back to Python: {selected, view, turn}, when something was chosen or the window needs what it has not. */

import { isCovered } from "./geometry.js";
import { state } from "./state.js";
import { windowNow } from "./view.js";

let told = "";

/**
 * "turn" tells Python a new answer from one it has already acted upon.
 * @param {{ drawn?: string }} [more]
 */
export const tell = (more) => {
  const view = windowNow();
  told = JSON.stringify(view);
  window.Streamlit.setComponentValue({ selected: state.selected, view, turn: Date.now(), ...more });
};

/* Ask for more only where the window shows part of the region that the scene does not cover. */
export const tellIfUncovered = () => {
  const { reach, zoom, extent } = state.scene;
  if (!reach) return;
  const view = windowNow();
  if (JSON.stringify(view) === told) return; // never ask twice for the same window
  if (Math.round(state.map.getZoom()) !== zoom || !isCovered(view, extent, reach)) tell();
};
