/* Another map on the page, of the same region, moves along. */

import { state } from "./state.js";

let isLed = false;

/**
 * Move the map without leading the other one.
 * @param {() => void} act
 */
export const quietly = (act) => {
  isLed = true;
  act();
  isLed = false;
};

export const leadTwins = () => {
  if (isLed || !state.scene.twin) return;
  for (let i = 0; i < window.parent.frames.length; i++) {
    const other = window.parent.frames[i];
    if (other !== window) other.paFollow?.(state.map.getCenter(), state.map.getZoom());
  }
};

/**
 * Move as another map of the page does.
 * @param {{ lat: number, lng: number }} centre
 * @param {number} zoom
 */
export const follow = ({ lat, lng }, zoom) => quietly(() => state.map.setView([lat, lng], zoom, { animate: false }));
