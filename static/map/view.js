/* The window that the map shows: where it begins, what it is fitted to, where it moves, what is kept of it. */

import { publish } from "./address.js";
import { boxOf } from "./geometry.js";
import { state } from "./state.js";
import { quietly } from "./twins.js";

/** @import { Box } from "./scene" */

const ROOMY_PX = 560; // a map wider than this has room for the legend beside the region
const MARGIN_PX = 18;
const NEAR_MARGIN_PX = 60;
const KEPT = "parkatlas-view";

/* What is fitted stays so while the frame finds its size, until somebody moves the map; a twin fits it itself. */
/** @type {Box | null} */
let fitted = null;
/** @type {string | null} the last move to a focus */
let turn = null;

export const isRoomy = () => state.map.getSize().x > ROOMY_PX;

/** West, south, east, north and zoom. */
export const windowNow = () => {
  const box = state.map.getBounds();
  return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth(), state.map.getZoom()].map((n) => +n.toFixed(5));
};

export const letGo = () => {
  fitted = null;
};

/* The window of a link, else what is to be looked at, else the window that this tab last had, else the whole. */
export const firstWindow = () => {
  const { focus, focus_turn, start, extent } = state.scene;
  const begin = start || (!focus && keptView());
  if (begin) state.map.setView([begin[1], begin[0]], begin[2], { animate: false });
  else fit(focus || extent);
  if (focus && !start) turn = focus_turn;
};

/** @param {Box} bounds */
const fit = (bounds) => {
  const margins = isWhole(bounds) ? paddings() : nearPaddings();
  quietly(() => state.map.fitBounds(boxOf(bounds), { ...margins, animate: false }));
  fitted = bounds;
};

export const takeNewSize = () => {
  quietly(() => state.map.invalidateSize({ pan: false }));
  if (fitted) fit(fitted);
};

/**
 * The region is fitted beside the legend, where there is room for both.
 * @returns {{ paddingTopLeft: [number, number], paddingBottomRight: [number, number] }}
 */
export const paddings = () => {
  const legend = state.legend?.getContainer();
  const wide = legend && isRoomy() ? Math.min(legend.offsetWidth + 14, 260 * state.type) : 0;
  return { paddingTopLeft: [MARGIN_PX + wide, MARGIN_PX], paddingBottomRight: [MARGIN_PX, MARGIN_PX] };
};

/** @returns {L.FitBoundsOptions} */
const nearPaddings = () => ({
  paddingTopLeft: [paddings().paddingTopLeft[0] + 40, NEAR_MARGIN_PX],
  paddingBottomRight: [NEAR_MARGIN_PX, NEAR_MARGIN_PX],
  maxZoom: 15,
});

export const moveToFocus = () => {
  const { focus, focus_turn } = state.scene;
  if (!focus || focus_turn === turn) return;
  turn = focus_turn;
  if (isWhole(focus)) goWhole();
  else flyNear(boxOf(focus));
};

/** @param {Box} bounds */
const isWhole = (bounds) => String(bounds) === String(state.scene.extent);

/** @param {L.LatLngBoundsExpression} box */
export const flyNear = (box) => state.map.flyToBounds(box, { ...nearPaddings(), duration: 0.6 });

export const goWhole = () => {
  sessionStorage.removeItem(KEPT);
  state.map.flyToBounds(boxOf(state.scene.extent), { ...paddings(), duration: 0.6 });
};

/* The window stays in the address and in this tab, for the way back. */
export const keepView = () => {
  if (fitted) return;
  const { lng, lat } = state.map.getCenter();
  sessionStorage.setItem(KEPT, JSON.stringify([lng, lat, state.map.getZoom()]));
  publish("at", [
    windowNow()
      .map((n) => +n.toFixed(4))
      .join(","),
  ]);
};

const keptView = () => {
  /** @type {[number, number, number] | null} */
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  return kept && L.latLngBounds(boxOf(state.scene.extent)).contains([kept[1], kept[0]]) ? kept : null;
};
