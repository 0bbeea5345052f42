/* Coordinates as the scene packs them: small numbers that a reader can check in the head. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { bent, boxOf, isCovered, pointOf, polygonOf, ringOf } from "../../static/map/geometry.js";

test("a ring starts at its first point and goes on in steps, latitude first", () => {
  assert.deepEqual(ringOf([11700000, 3100000, 100000, 0, 0, 100000]), [[31, 117], [31, 118], [32, 118]]);
});

test("a shape keeps its polygons and their holes apart", () => {
  const [first, second] = polygonOf([[[0, 0, 100000, 0], [100000, 0]], [[0, 100000]]]);
  assert.deepEqual(first, [[[0, 0], [0, 1]], [[0, 1]]]);
  assert.deepEqual(second, [[[1, 0]]]);
});

test("points lie side by side in one list", () => {
  assert.deepEqual(pointOf([0, 0, 11700000, 3100000], 1), [31, 117]);
});

test("Leaflet writes bounds as its south-west and north-east corners", () => {
  assert.deepEqual(boxOf([117, 31, 118, 32]), [[31, 117], [32, 118]]);
});

test("a window within what was sent needs nothing more", () => {
  assert.equal(isCovered([2, 2, 4, 4, 10], [0, 0, 10, 10], [1, 1, 5, 5]), true);
});

test("a window that leaves what was sent needs more", () => {
  assert.equal(isCovered([2, 2, 6, 4, 10], [0, 0, 10, 10], [1, 1, 5, 5]), false);
});

test("beyond the region there is nothing to ask for", () => {
  assert.equal(isCovered([-90, -90, 90, 90, 3], [2, 2, 4, 4], [1, 1, 5, 5]), true);
});

test("an arc begins and ends at its places and bends a tenth of its length to one side", () => {
  const arc = bent({ x: 0, y: 0 }, { x: 10, y: 0 });
  assert.deepEqual([arc.at(0), arc.at(-1)], [{ x: 0, y: 0 }, { x: 10, y: 0 }]);
  assert.deepEqual(arc[arc.length >> 1], { x: 5, y: -1 });
});

test("there and back bend apart", () => {
  const [there, back] = [bent({ x: 0, y: 0 }, { x: 10, y: 0 }), bent({ x: 10, y: 0 }, { x: 0, y: 0 })];
  assert.equal(there[12].y, -back[12].y);
});
