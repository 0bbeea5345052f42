/* Coordinates as the scene packs them, boxes and curves: numbers in, numbers out. */

/** @import { Box, Shape } from "./scene" */

const UNITS = 100000; // coordinates come in 1e-5 degrees
const BEND = 0.2; // of the distance
const STEPS = 24;

/**
 * Return a ring's points, latitude first.
 * @param {number[]} steps the first point, then the step to each next one
 */
export const ringOf = (steps) => {
  /** @type {[number, number][]} */
  const ring = [];
  for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    ring.push([y / UNITS, x / UNITS]);
  }
  return ring;
};

/** @param {Shape} shape */
export const polygonOf = (shape) => shape.map((polygon) => polygon.map(ringOf));

/**
 * Return the i-th point, latitude first.
 * @param {number[]} points
 * @param {number} i
 * @returns {[number, number]}
 */
export const pointOf = (points, i) => [points[2 * i + 1] / UNITS, points[2 * i] / UNITS];

/**
 * Return bounds as Leaflet writes them.
 * @param {Box} bounds
 * @returns {[[number, number], [number, number]]}
 */
export const boxOf = ([west, south, east, north]) => [
  [south, west],
  [north, east],
];

/**
 * Tell whether what a window shows of the region lies within what was sent.
 * @param {number[]} window
 * @param {Box} extent the region
 * @param {Box} reach what was sent
 */
export const isCovered = (window, extent, reach) =>
  Math.max(window[0], extent[0]) >= reach[0] &&
  Math.max(window[1], extent[1]) >= reach[1] &&
  Math.min(window[2], extent[2]) <= reach[2] &&
  Math.min(window[3], extent[3]) <= reach[3];

/**
 * Return the points of an arc, all bent to the same side, so that there and back lie apart.
 * @param {{ x: number, y: number }} a
 * @param {{ x: number, y: number }} b
 */
export const bent = (a, b) => {
  const middle = { x: (a.x + b.x) / 2 + (b.y - a.y) * BEND, y: (a.y + b.y) / 2 + (a.x - b.x) * BEND };
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const t = k / STEPS;
    const [before, between, after] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return {
      x: a.x * before + middle.x * between + b.x * after,
      y: a.y * before + middle.y * between + b.y * after,
    };
  });
};
