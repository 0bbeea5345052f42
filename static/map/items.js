/* The items of each layer: made of the scene's content, shown in the form that suits, hidden by the legend, styled. */

import { pointOf } from "./geometry.js";
import { LAYERS, LAYER_NAMES } from "./layers.js";
import { state } from "./state.js";
import { CHOSEN } from "./styles.js";

/** @import { Content } from "./scene" */
/** @import { Drawing, Form, Item, LayerName } from "./types" */

/**
 * Return the items of a content, in its order.
 * @param {LayerName} layer
 * @param {Content | undefined} content
 * @returns {Item<any>[]}
 */
export const itemsOf = (layer, content) => {
  if (!content) return [];
  const count = ("names" in content ? content.names : content.shapes).length;
  return Array.from({ length: count }, (_, i) => ({
    id: "ids" in content ? `${content.kind}:${content.ids[i]}` : null,
    i,
    content,
    layer,
    of: "of" in content ? content.of[i] : null,
    point: "points" in content ? pointOf(content.points, i) : null,
    forms: [],
    shown: null,
  }));
};

/** @param {LayerName} name */
export const drawLayer = (name) => {
  const drawing = /** @type {Drawing<any>} */ (LAYERS[name]);
  const content = state.scene.layers[name];
  const items = itemsOf(name, content);
  state.groups[name].clearLayers();
  state.items[name] = items;
  if (drawing.order && content) items.sort(drawing.order(content));
  for (const item of items) {
    item.forms = drawing.forms(item).filter((form) => form !== null);
    for (const form of item.forms) mark(form, item);
  }
  arrange(name);
};

/**
 * Every feature carries its id and nothing else.
 * @param {Form} form
 * @param {Item<any>} item
 */
const mark = (form, item) => {
  form.item = item;
  if (item.id) form.feature = /** @type {any} */ ({ type: "Feature", properties: { id: item.id } });
};

/**
 * Show of each item the form that suits now, or none where the legend hides it.
 * @param {LayerName} name
 */
export const arrange = (name) => {
  const group = state.groups[name];
  const drawing = /** @type {Drawing<any>} */ (LAYERS[name]);
  for (const item of state.items[name] ?? []) {
    item.shown = isHidden(item) ? null : (drawing.now?.(item) ?? item.forms[0]);
    for (const form of item.forms) if (form !== item.shown && group.hasLayer(form)) group.removeLayer(form);
    if (!item.shown || group.hasLayer(item.shown)) continue;
    styleItem(item);
    group.addLayer(item.shown);
  }
};

/* What suits depends on the zoom. */
export const arrangeAnew = () => LAYER_NAMES.filter((name) => LAYERS[name].now).forEach(arrange);

/**
 * What an entry of the legend is called in the address, where it is hidden.
 * @param {{ kind: string, title: string, entries: { label: string }[] }} content
 * @param {number} k
 */
export const keyOf = ({ kind, title, entries }, k) => JSON.stringify([kind, title, entries[k].label]);

/** @param {Item} item */
const isHidden = ({ content, of }) => of !== null && "of" in content && state.hidden.has(keyOf(content, of));

/** @param {Item} item */
export const isChosen = (item) => item.id !== null && item.id === state.selected;

/** @param {Item<any>} item */
const styleItem = (item) => {
  const drawing = /** @type {Drawing<any>} */ (LAYERS[item.layer]);
  if (item.of === null || !drawing.style || !item.shown || !("setStyle" in item.shown)) return;
  const style = drawing.style(item, item.content.entries[item.of]);
  item.shown.setStyle({ ...style, ...(isChosen(item) ? CHOSEN : {}) });
};

/** @type {string | null} */
let lastChosen = null;

/* Style anew what is chosen now and what was before, and bring the first to the front. */
export const restyle = () => {
  for (const item of LAYER_NAMES.flatMap((name) => state.items[name] ?? [])) {
    if (!item.shown || !item.id || ![state.selected, lastChosen].includes(item.id)) continue;
    styleItem(item);
    if (isChosen(item) && "bringToFront" in item.shown && state.map.hasLayer(item.shown)) item.shown.bringToFront();
  }
  lastChosen = state.selected;
};

/**
 * Only the arc under the mouse, or those that leave from the seat under it; all where there is none.
 * @param {Item<any> | null} seen
 */
export const seeFrom = (seen) => {
  const unit = seen?.content.unit_ids[seen.i];
  const arcs = /** @type {Item<any>[]} */ (state.items.arcs ?? []);
  const isSeen = (/** @type {Item<any>} */ item) =>
    seen?.layer === "arcs" ? item === seen : item.content.unit_ids[item.i] === unit;
  const areAll = !arcs.some(isSeen);
  for (const item of arcs) {
    const arc = /** @type {L.Polyline} */ (item.forms[0]);
    arc.getElement()?.classList.toggle("is-away", !areAll && !isSeen(item));
  }
};
