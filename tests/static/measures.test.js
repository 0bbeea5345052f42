/* Lengths and areas as people read them; degrees at the equator are 111 km. */

import assert from "node:assert/strict";
import { test } from "node:test";

import geodesic from "geographiclib-geodesic";

import { around, between, lengthOf, long, ringSizes, wide } from "../../static/map/measures.js";

globalThis.geodesic = geodesic; // in the browser the library's script puts it there

const TEXTS = { metres: "m", kilometres: "km", mu: "mu" };
const at = (lng, lat) => ({ lng, lat });
const SQUARE = [at(0, 0), at(0.001, 0), at(0.001, 0.001), at(0, 0.001)]; // some 111 m each side

test("below a kilometre lengths are metres, then kilometres to ten metres", () => {
  assert.equal(long(999.4, TEXTS), "999 m");
  assert.equal(long(1234, TEXTS), "1.23 km");
  assert.equal(long(1234567, TEXTS), "1,234.57 km");
});

test("a hectare is 15 mu; large areas are told without decimals", () => {
  assert.equal(wide(10_000, TEXTS), "15.0 mu");
  assert.equal(wide(1_000_000, TEXTS), "1,500 mu");
});

test("a degree of the equator is 111 km", () => {
  assert.equal(Math.round(between(at(0, 0), at(1, 0)) / 1000), 111);
});

test("a line is as long as its parts", () => {
  assert.equal(lengthOf([at(0, 0), at(1, 0), at(2, 0)]), 2 * between(at(0, 0), at(1, 0)));
  assert.equal(lengthOf([at(0, 0)]), 0);
});

test("a ring's area is the same whichever way it turns", () => {
  const { area, perimeter } = ringSizes(SQUARE);
  assert.equal(Math.round(area / 100), 123); // 111.3 m × 110.6 m
  assert.equal(Math.round(perimeter), 444);
  assert.equal(ringSizes([...SQUARE].reverse()).area, area);
});

test("all corners of a circle lie as far from its middle as its radius", () => {
  const corners = around(at(117, 31), 500);
  assert.equal(corners.length, 72);
  for (const [lat, lng] of corners) assert.equal(Math.round(between(at(117, 31), at(lng, lat)) * 1000), 500_000);
});
