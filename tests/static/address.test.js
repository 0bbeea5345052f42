/* What the map writes into the page's address. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { withValues } from "../../static/map/address.js";

const PAGE = "http://atlas.example/map?at=1,2&off=parks&off=hulls";

test("new values of a key take the place of all its old ones", () => {
  assert.deepEqual(withValues(PAGE, "off", ["seats"]).searchParams.getAll("off"), ["seats"]);
});

test("other keys stay as they are", () => {
  assert.equal(withValues(PAGE, "off", []).searchParams.get("at"), "1,2");
});

test("a key without values is not in the address", () => {
  assert.equal(withValues(PAGE, "off", []).search, "?at=1%2C2");
});

test("a value that looks like an address stays one value", () => {
  assert.deepEqual(withValues(PAGE, "hidden", ["a&at=9#x"]).searchParams.getAll("hidden"), ["a&at=9#x"]);
});
