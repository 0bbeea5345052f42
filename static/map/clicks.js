/* What a click on the map chooses and shows, and what the mouse says on its way. */

import { tell } from "./answers.js";
import { openCards, tipOf } from "./cards.js";
import { restyle, seeFrom } from "./items.js";
import { placeLabels } from "./labels.js";
import { state } from "./state.js";
import { flyNear } from "./view.js";

/** @import { Item, LayerName } from "./types" */

/**
 * Let the mouse choose and ask the items of a layer.
 * @param {LayerName} name
 */
export const listen = (name) => {
  const group = state.groups[name];
  group.bindTooltip((layer) => (layer.item ? tipOf(layer.item) : ""), {
    sticky: true,
    direction: "top",
    offset: [0, -8],
    className: "pa-tip",
  });
  group.on("click", onItemClick);
  if (!["arcs", "seats"].includes(name)) return;
  group.on("mouseover", (event) => seeFrom(event.propagatedFrom.item)).on("mouseout", () => seeFrom(null));
};

/** @param {L.LeafletMouseEvent} event */
const onItemClick = (event) => {
  L.DomEvent.stopPropagation(event);
  const item = event.propagatedFrom.item;
  if (item.content.kind === "cell") {
    const zoom = Math.min(state.map.getZoom() + 2, state.map.getMaxZoom());
    state.map.flyTo(item.point, zoom, { duration: 0.5 });
    return;
  }
  if (item.content.kind === "hull") {
    flyNear(item.polygon.getBounds());
    return;
  }
  state.groups[/** @type {LayerName} */ (item.layer)].closeTooltip();
  openCards(event.latlng, [item, ...constraintsAt(event.layerPoint)]);
  choose(item.id);
};

/** @param {L.LeafletMouseEvent} event */
export const onGroundClick = (event) => {
  openCards(event.latlng, constraintsAt(event.layerPoint));
  choose(null);
};

/**
 * @param {L.Point} place
 * @returns {Item[]}
 */
const constraintsAt = (place) => {
  if (state.off.has("constraints")) return [];
  const isAt = (/** @type {Item} */ { shown }) => {
    const path = /** @type {L.Path | null} */ (shown)?.getElement();
    return path instanceof SVGGeometryElement && path.isPointInFill(place);
  };
  return (state.items.constraints ?? []).filter(isAt);
};

/** @param {string | null} id */
const choose = (id) => {
  if (id === state.selected) return;
  state.selected = id;
  restyle();
  placeLabels();
  tell();
};
