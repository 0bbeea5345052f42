/* What the map shows now and what people have switched: the one thing that the modules share. */

/** @type {import("./types").State} map and scene are there before anything is drawn */
export const state = /** @type {any} */ ({
  selected: null,
  off: new Set(),
  hidden: new Set(),
  type: 1,
  items: {},
  groups: {},
  renderers: {},
  legend: null,
});
