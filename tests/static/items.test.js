/* The items of a layer's content and the order they are drawn in. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { itemsOf, keyOf } from "../../static/map/items.js";
import { LAYERS, LAYER_NAMES, largestFirst } from "../../static/map/layers.js";

const CIRCLES = {
  kind: "project", ids: ["a", "b"], names: ["甲", "乙"], labels: [], facts: [[], []], title: "", entries: [],
  of: [1, 0], points: [100000, 0, 200000, 0], radii: [4, 9], front: null, count: 2,
};

test("an item is known by its kind and id, and stands at its point, latitude first", () => {
  const [, second] = itemsOf("projects", CIRCLES);
  assert.deepEqual([second.id, second.of, second.point], ["project:b", 0, [0, 2]]);
});

test("lines have neither name nor id nor entry", () => {
  const [line] = itemsOf("outlines", { shapes: [[[[0, 0]]]] });
  assert.deepEqual([line.id, line.of, line.point], [null, null, null]);
});

test("a layer that the scene lacks has no items", () => {
  assert.deepEqual(itemsOf("seats", undefined), []);
});

test("large circles are drawn first, so that small ones can be hit", () => {
  const order = itemsOf("projects", CIRCLES).sort(largestFirst(CIRCLES));
  assert.deepEqual(order.map(({ i }) => i), [1, 0]);
});

test("circles of the entry in front are drawn after all others, however large", () => {
  const content = { ...CIRCLES, front: 0 };
  assert.deepEqual(itemsOf("projects", content).sort(largestFirst(content)).map(({ i }) => i), [0, 1]);
});

test("a hidden entry is known by kind, title and label, not by its place in the legend", () => {
  const content = { ...CIRCLES, title: "阶段", entries: [{ label: "在建" }] };
  assert.equal(keyOf(content, 0), '["project","阶段","在建"]');
});

test("no two layers share a height", () => {
  const levels = LAYER_NAMES.map((name) => LAYERS[name].level);
  assert.equal(new Set(levels).size, levels.length);
});
