/* Patterns that fill areas and heads that end arcs: each made once, in one picture within the map. */

import { svg } from "./elements.js";

/* Lines of one colour, each next layer's in another direction, so that layers on top of each other stay apart. */
const TURNS = [45, -45, 90, 0];

/** @param {number} k the entry of the legend */
export const turnOf = (k) => TURNS[k % TURNS.length];

export const HATCH = "url(#pa-hatch)";

/** @type {SVGElement} */
let holder;

/** @param {HTMLElement} container of the map: a picture of it takes the patterns along */
export const begin = (container) => {
  holder = svg("svg", { width: 0, height: 0, "aria-hidden": "true", style: "position:absolute" });
  container.append(holder);
  const pattern = addPattern("pa-hatch", 6, 45);
  pattern.append(
    svg("rect", { width: 6, height: 6, class: "pa-hatch-ground" }),
    svg("rect", { width: 2, height: 6, class: "pa-hatch-stripe" }),
  );
};

/**
 * @param {string} id
 * @param {number} size
 * @param {number} turn in degrees
 */
const addPattern = (id, size, turn) => {
  const shape = { width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})` };
  const pattern = svg("pattern", { id, ...shape });
  holder.append(pattern);
  return pattern;
};

/**
 * Return what fills an area with lines.
 * @param {string} colour
 * @param {number} k the entry of the legend
 */
export const linesOf = (colour, k) => {
  const turn = turnOf(k);
  const id = `pa-lines-${colour.slice(1)}-${turn}`;
  if (!document.getElementById(id)) {
    addPattern(id, 7, turn).append(svg("rect", { width: 1.5, height: 7, fill: colour }));
  }
  return `url(#${id})`;
};

/**
 * Return the head of an arc: one for each width; it reaches beyond the line on all sides.
 * @param {number} width in pixels
 */
export const headOf = (width) => {
  const size = Math.round(8 + 1.5 * width);
  const id = `pa-head-${size}`;
  if (!document.getElementById(id)) {
    const shape = { viewBox: "0 0 10 10", refX: 6, refY: 5, markerWidth: size, markerHeight: size };
    const head = svg("marker", { id, ...shape, markerUnits: "userSpaceOnUse", orient: "auto" });
    head.append(svg("path", { d: "M0,0L10,5L0,10Z", class: "pa-head" }));
    holder.append(head);
  }
  return `url(#${id})`;
};
