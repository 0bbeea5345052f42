/* What tooltips and popups say, always as text. */

import { element } from "./elements.js";
import { state } from "./state.js";
import { paddings } from "./view.js";

/** @import { Item } from "./types" */

/**
 * @param {Item} item
 * @param {number} [count] how many facts, all where it is not given
 */
const factsOf = ({ content, i }, count) => {
  const list = element("dl");
  if (!("facts" in content)) return list;
  content.facts[i].slice(0, count).forEach((value, k) => {
    list.append(element("dt", "", content.labels[k]), element("dd", "", value));
  });
  return list;
};

/** @param {Item} item */
const nameOf = ({ content, i }) => element("strong", "", "names" in content ? content.names[i] : "");

/** @param {Item} item */
export const tipOf = (item) => {
  const tip = element("div");
  const kind = "kind" in item.content ? item.content.kind : "";
  if (kind !== "cell") tip.append(nameOf(item));
  tip.append(factsOf(item, ["cell", "hull"].includes(kind) ? undefined : 1)); // these have no popup
  return tip;
};

/** @param {Item} item */
const cardOf = (item) => {
  const card = element("div");
  card.append(nameOf(item), factsOf(item));
  return card;
};

/**
 * @param {L.LatLng} place
 * @param {Item[]} items
 */
export const openCards = (place, items) => {
  if (!items.length) return;
  const cards = element("div");
  cards.append(...items.map(cardOf));
  const padding = { autoPanPaddingTopLeft: paddings().paddingTopLeft, autoPanPaddingBottomRight: L.point(24, 24) };
  L.popup({ className: "pa-popup", maxWidth: 300, minWidth: 180, ...padding })
    .setLatLng(place)
    .setContent(cards)
    .openOn(state.map);
};
