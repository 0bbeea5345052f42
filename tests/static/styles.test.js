/* Colours by the entry of the legend that a thing bears. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { turnOf } from "../../static/map/patterns.js";
import { circleStyle, dotStyle, hullStyle, parkStyle, patchStyle, ringStyle } from "../../static/map/styles.js";

const RED = { label: "red", colour: "#FF0000", count: 1 };

test("a park is filled and edged by its entry, or edged by the line that all share", () => {
  assert.equal(parkStyle(RED, null, "url(#h)").fillColor, "#FF0000");
  assert.equal(parkStyle(RED, null, "url(#h)").color, "#FF0000");
  assert.equal(parkStyle(RED, "#000000", "url(#h)").color, "#000000");
});

test("a park of which nothing is known is hatched in grey", () => {
  const style = parkStyle({ ...RED, hatched: true }, "#000000", "url(#h)");
  assert.deepEqual([style.fillColor, style.color], ["url(#h)", "#98A2AE"]);
});

test("a hollow circle is a ring of its colour, a full one has a white edge", () => {
  assert.deepEqual([circleStyle({ ...RED, hollow: true }).color, circleStyle({ ...RED, hollow: true }).fillOpacity],
    ["#FF0000", 0]);
  assert.deepEqual([circleStyle(RED).color, circleStyle(RED).fillOpacity], ["#FFFFFF", 0.9]);
});

test("hulls, dots, rings and patches bear the colour of their entry", () => {
  assert.equal(hullStyle(RED).color, "#FF0000");
  assert.equal(dotStyle(RED).fillColor, "#FF0000");
  assert.equal(ringStyle(RED).color, "#FF0000");
  assert.deepEqual(patchStyle(RED, "url(#l)"), { color: "#FF0000", weight: 1.5, fillColor: "url(#l)", fillOpacity: 1 });
});

test("lines of layers on top of each other run in four directions in turn", () => {
  assert.deepEqual([0, 1, 2, 3, 4].map(turnOf), [45, -45, 90, 0, 45]);
});
