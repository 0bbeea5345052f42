/* Where names may stand, in a window of 100 by 100 pixels. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { boxAround, isFree, placesAround, placesOnArea } from "../../static/map/placement.js";

const WINDOW = { x: 100, y: 100 };
const AREA = [40, 40, 60, 60]; // west, north, east, south
const INSIDE = { x: 50, y: 50 };

test("a name's box has its place in the middle", () => {
  assert.deepEqual(boxAround(INSIDE, 10, 5), [40, 45, 60, 55]);
});

test("a name stands below its area, else above it, else on it", () => {
  assert.deepEqual(placesOnArea(AREA, INSIDE, 5), [{ x: 50, y: 67 }, { x: 50, y: 33 }, INSIDE]);
});

test("the name of a cluster may stand to the right and left too, before it stands on the area", () => {
  const places = placesAround(placesOnArea(AREA, INSIDE, 5), AREA, 20, 100);
  assert.deepEqual(places.map(({ x, y }) => [x, y]), [[50, 67], [50, 33], [82, 50], [18, 50], [50, 50]]);
});

test("the name of a cluster at the window's edge moves in, one outside does not", () => {
  assert.equal(placesAround([{ x: 5, y: 0 }], AREA, 20, 100)[0].x, 20);
  assert.equal(placesAround([{ x: 95, y: 0 }], AREA, 20, 100)[0].x, 80);
  assert.equal(placesAround([{ x: -5, y: 0 }], AREA, 20, 100)[0].x, -5);
});

test("a place is free within the window and beside what is taken", () => {
  assert.equal(isFree([0, 0, 20, 10], [[20, 0, 40, 10]], WINDOW), true);
  assert.equal(isFree([0, 0, 21, 10], [[20, 0, 40, 10]], WINDOW), false);
  assert.equal(isFree([90, 0, 110, 10], [], WINDOW), false);
});
