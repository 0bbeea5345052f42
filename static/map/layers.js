/* The layers of the scene and how each is drawn.
 *
 * One layer more is one entry here, its content in parkatlas/maps/payload.py and its name in the catalogue as
 * maps.<name>. */

import * as forms from "./forms.js";
import { HATCH, linesOf } from "./patterns.js";
import * as styles from "./styles.js";

/** @import { Cells, Circles } from "./scene" */
/** @import { Drawings, Item, LayerName } from "./types" */

/**
 * Large circles first, so that small ones stay on top and can be hit; those of the entry in front after all others.
 * @param {Circles} content
 * @returns {(a: Item<any>, b: Item<any>) => number}
 */
export const largestFirst = ({ radii, front }) => {
  /** @param {Item<any>} item */
  const isFront = (item) => Number(item.of === front);
  return (a, b) => isFront(a) - isFront(b) || radii[b.i] - radii[a.i];
};

/**
 * @param {Item<any>} item
 * @returns {item is Item<Cells>}
 */
const isCell = (item) => item.content.kind === "cell";

/** @type {Drawings} */
export const LAYERS = {
  outlines: {
    level: 350,
    forms: (item) => [forms.shapeOf(item, "pa-outline", { fill: true, weight: 1 })],
    isPassive: true,
  },
  parks: {
    level: 400,
    forms: (item) => forms.areaOf(item, "pa-park"),
    now: forms.areaNow,
    style: ({ content }, entry) => styles.parkStyle(entry, content.line, HATCH),
  },
  hulls: {
    level: 415,
    forms: (item) => forms.areaOf(item, "pa-hull"),
    now: forms.areaNow,
    style: (_, entry) => styles.hullStyle(entry),
  },
  /* A plan may cover whole parks, which must still be hit; a click asks for what lies under it. */
  constraints: {
    level: 420,
    forms: (item) => [forms.shapeOf(item, "pa-constraint")],
    style: (item, entry) => styles.patchStyle(entry, linesOf(entry.colour, item.of ?? 0)),
    isPassive: true,
  },
  arcs: {
    level: 430,
    forms: (item) => [forms.arcOf(item)],
    style: ({ content, i }, entry) => ({ color: entry.colour, weight: content.widths[i] }),
    order: ({ widths }) => (a, b) => widths[b.i] - widths[a.i],
  },
  seats: { level: 440, forms: (item) => [forms.seatOf(item)] },
  drawn: {
    level: 445,
    forms: (item) => [forms.shapeOf(item, "pa-drawn", { weight: 2.5, smoothFactor: 0 })],
    isPassive: true,
  },
  others: { level: 448, forms: (item) => [forms.circleOf(item)], style: (_, entry) => styles.dotStyle(entry) },
  projects: {
    level: 450,
    forms: (item) => [isCell(item) ? forms.cellOf(item) : forms.circleOf(/** @type {Item<Circles>} */ (item))],
    style: (_, entry) => styles.circleStyle(entry),
    order: (content) => (content.kind === "cell" ? () => 0 : largestFirst(content)),
  },
  obstacles: {
    level: 460,
    forms: (item) => [forms.triangleOf(item)],
    style: (_, entry) => styles.circleStyle(entry),
    order: largestFirst,
  },
  route: { level: 470, forms: (item) => [forms.routeOf(item)], isPassive: true },
  departure: { level: 510, forms: (item) => [forms.departureOf(item)] },
  stops: { level: 520, forms: (item) => [forms.stopOf(item)] },
  picked: { level: 465, forms: (item) => [forms.circleOf(item)], style: (_, entry) => styles.ringStyle(entry) },
};

export const LAYER_NAMES = /** @type {LayerName[]} */ (Object.keys(LAYERS));
