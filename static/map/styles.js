/* How the things of each layer look, by the entry of the legend they bear. */

/** @import { Entry } from "./scene" */
/** @import { Style } from "./types" */

const ACCENT = "#14588C";
const HATCHED_LINE = "#98A2AE";

export const CHOSEN = { color: ACCENT, weight: 3 };

/**
 * @param {Entry} entry
 * @param {string | null} line the colour of all edges
 * @param {string} hatch what fills a park of which nothing is known
 * @returns {Style}
 */
export const parkStyle = (entry, line, hatch) =>
  entry.hatched
    ? { color: HATCHED_LINE, weight: 1.5, fillColor: hatch, fillOpacity: 0.9 }
    : { color: line || entry.colour, weight: 1.5, fillColor: entry.colour, fillOpacity: 0.6 };

/**
 * @param {Entry} entry
 * @returns {Style}
 */
export const hullStyle = ({ colour }) => ({ color: colour, weight: 1.5, fillColor: colour, fillOpacity: 0.15 });

/**
 * @param {Entry} entry
 * @param {string} lines what fills it
 * @returns {Style}
 */
export const patchStyle = ({ colour }, lines) => ({ color: colour, weight: 1.5, fillColor: lines, fillOpacity: 1 });

/**
 * @param {Entry} entry
 * @returns {Style}
 */
export const circleStyle = ({ colour, hollow }) =>
  hollow
    ? { color: colour, weight: 2, fillColor: colour, fillOpacity: 0 }
    : { color: "#FFFFFF", weight: 1, fillColor: colour, fillOpacity: 0.9 };

/**
 * @param {Entry} entry
 * @returns {Style}
 */
export const dotStyle = ({ colour }) => ({ color: colour, weight: 0, fillColor: colour, fillOpacity: 0.8 });

/**
 * @param {Entry} entry
 * @returns {Style}
 */
export const ringStyle = ({ colour }) => ({ color: colour, weight: 3, fillColor: colour, fillOpacity: 0.25 });
