/* What a sketch says of itself and hands over. */

import assert from "node:assert/strict";
import { test } from "node:test";

import geodesic from "geographiclib-geodesic";

import { sizesOf, wordsOf } from "../../static/map/sketch.js";

globalThis.geodesic = geodesic; // in the browser the library's script puts it there

const TEXTS = {
  area: "area", length: "length", perimeter: "perimeter", radius: "radius", metres: "m", kilometres: "km", mu: "mu",
};
const at = (lng, lat) => ({ lng, lat });
const CORNERS = [at(0, 0), at(0.001, 0), at(0, 0.001)]; // half a square of 111 m

test("one point has no size", () => {
  assert.deepEqual(sizesOf("measure", [at(0, 0)], TEXTS), []);
});

test("two points have a length", () => {
  assert.deepEqual(sizesOf("polygon", CORNERS.slice(0, 2), TEXTS), ["length 111 m"]);
});

test("a polygon has a perimeter and an area", () => {
  assert.deepEqual(sizesOf("polygon", CORNERS, TEXTS), ["perimeter 379 m", "area 9.2 mu"]);
});

test("what is measured has the length of its line and the area it would enclose", () => {
  assert.deepEqual(sizesOf("measure", CORNERS, TEXTS), ["length 268 m", "area 9.2 mu"]);
});

test("a circle has a radius and an area", () => {
  assert.deepEqual(sizesOf("circle", CORNERS, TEXTS), ["radius 111 m", "area 58.4 mu"]);
});

test("shapes are handed over as the address writes them, longitude first", () => {
  assert.equal(wordsOf("polygon", CORNERS), "polygon:0.00000,0.00000,0.00100,0.00000,0.00000,0.00100");
  assert.equal(wordsOf("circle", CORNERS), "circle:0.00000,0.00000,111.3");
  assert.equal(wordsOf("point", [at(117.123456, 31)]), "point:117.12346,31.00000");
});

test("a measurement is handed to nobody", () => {
  assert.equal(wordsOf("measure", CORNERS), "");
});
