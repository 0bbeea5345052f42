/* Where names may stand: boxes in pixels of the window, as [west, north, east, south]. */

/** @import { Frame } from "./types" */
/** @typedef {{ x: number, y: number }} Pixel */

const GAP_PX = 2;

/**
 * @param {Pixel} middle
 * @param {number} halfWidth
 * @param {number} halfHeight
 * @returns {Frame}
 */
export const boxAround = ({ x, y }, halfWidth, halfHeight) => [
  x - halfWidth,
  y - halfHeight,
  x + halfWidth,
  y + halfHeight,
];

/**
 * Below an area, above it, or on it where it fills the window.
 * @param {Frame} area
 * @param {Pixel} inside a point of the area
 * @param {number} halfHeight of the name
 * @returns {Pixel[]}
 */
export const placesOnArea = ([west, north, east, south], inside, halfHeight) => {
  const x = (west + east) / 2;
  return [{ x, y: south + GAP_PX + halfHeight }, { x, y: north - GAP_PX - halfHeight }, inside];
};

/**
 * The name of a cluster is long and matters most: it may stand on all sides, and moves in from the window's edge.
 * @param {Pixel[]} places below, above, and others
 * @param {Frame} area
 * @param {number} halfWidth of the name
 * @param {number} windowWidth
 * @returns {Pixel[]}
 */
export const placesAround = (places, [west, north, east, south], halfWidth, windowWidth) => {
  const [below, above, ...others] = places.map(({ x, y }) => {
    const isOutside = x < 0 || x > windowWidth;
    return { x: isOutside ? x : Math.min(Math.max(x, halfWidth), windowWidth - halfWidth), y };
  });
  const y = (north + south) / 2;
  const beside = [{ x: east + halfWidth + GAP_PX, y }, { x: west - halfWidth - GAP_PX, y }];
  return [below, above, ...beside, ...others];
};

/**
 * Tell whether a box lies within the window and meets none that is taken.
 * @param {Frame} box
 * @param {Frame[]} taken
 * @param {Pixel} size of the window
 */
export const isFree = (box, taken, size) => {
  if (box[0] < 0 || box[1] < 0 || box[2] > size.x || box[3] > size.y) return false;
  return !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
};
