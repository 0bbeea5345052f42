/* The frame in which streamlit-folium makes the map: what it is handed, when it is ready, how high it is. */

import { quietly } from "./twins.js";

const LOOK_EVERY_MS = 20;

/** @param {BufferSource} bytes deflated JSON */
export const unpack = async (bytes) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
};

/* The frame makes the map before its styles have come, and may be hidden (width 0): measure nothing until then. */
const isReady = () => {
  if (!window.map?.getContainer().clientWidth) return false;
  const own = getComputedStyle(document.documentElement).getPropertyValue("--ground");
  return Boolean(own) && getComputedStyle(window.map.getContainer()).overflow === "hidden";
};

/**
 * Return the map once it can be drawn on.
 * @returns {Promise<L.Map>}
 */
export const mapReady = () =>
  new Promise((resolve) => {
    const look = () => (window.map && isReady() ? resolve(window.map) : setTimeout(look, LOOK_EVERY_MS));
    look();
  });

/**
 * @param {L.Map} map
 * @param {number} height in pixels
 */
export const fitFrame = (map, height) => {
  const frame = map.getContainer();
  if (frame.style.height === `${height}px`) return;
  frame.style.height = `${height}px`;
  quietly(() => map.invalidateSize());
};
