/* The legend: the layers, each to switch, and their entries, each to hide and show; the address keeps what is off. */

import { publish, published } from "./address.js";
import { element } from "./elements.js";
import { arrange, itemsOf, keyOf } from "./items.js";
import { placeLabels } from "./labels.js";
import { LAYER_NAMES } from "./layers.js";
import { turnOf } from "./patterns.js";
import { state } from "./state.js";
import { isRoomy } from "./view.js";

/** @import { Cells, Coloured, Content, Entry } from "./scene" */
/** @import { LayerName } from "./types" */
/** @typedef {Cells | Coloured & { kind: string }} Legend */

/* What the legend has switched, as the address keeps it: layers off, entries hidden. */
const SWITCHED = /** @type {const} */ (["off", "hidden"]);

/* Switch what the link says. */
export const recall = () => {
  for (const kind of SWITCHED) state[kind] = new Set(published(kind));
};

export const drawLegend = () => {
  state.legend?.remove();
  state.legend = null;
  /** @type {(LayerName | "labels")[]} */
  const names = LAYER_NAMES.filter((name) => itemsOf(name, state.scene.layers[name]).length);
  if (!names.length) return;
  if (names.includes("parks")) names.splice(names.indexOf("parks") + 1, 0, "labels");
  state.legend = new L.Control({ position: "bottomleft" });
  state.legend.onAdd = () => boxOf(names);
  state.legend.addTo(state.map);
};

/** @param {(LayerName | "labels")[]} names */
const boxOf = (names) => {
  const box = element("details", "pa-legend");
  box.open = isRoomy();
  box.append(element("summary", "", state.scene.texts.legend), ...names.map(sectionOf));
  L.DomEvent.disableClickPropagation(box);
  L.DomEvent.disableScrollPropagation(box);
  return box;
};

/**
 * A layer's part of the legend: the layer itself, then its entries, if it has several.
 * @param {LayerName | "labels"} name
 */
const sectionOf = (name) => {
  const section = element("section");
  const legend = name === "labels" ? null : legendOf(state.scene.layers[name]);
  const only = legend && !legend.title && legend.entries.length === 1 ? legend.entries[0] : null;
  const head = element("button", "pa-layer");
  head.append(element("i", "pa-box"), element("span", "", state.scene.texts[name]));
  if (legend && only) head.append(...signOf(legend, only)); // it says what the layer says
  else head.append(element("small", "", titleOf(name)));
  section.append(pressable(head, state.off, name, () => showLayer(name)));
  showLayer(name);
  if (!legend) return section;
  section.hidden = legend.kind !== "cell" && isEmpty(legend.entries);
  if (name !== "labels" && !only) section.append(...linesOf(name, legend));
  return section;
};

/** @param {LayerName | "labels"} name */
const titleOf = (name) => {
  const content = name === "labels" ? undefined : state.scene.layers[name];
  return content && "title" in content ? content.title : "";
};

/**
 * @param {Content | undefined} content
 * @returns {Legend | null}
 */
const legendOf = (content) => (content && "entries" in content ? content : null);

/** @param {Entry[]} entries */
const isEmpty = (entries) => entries.length > 0 && !entries.some(({ count }) => count);

/**
 * The lines of a layer's entries; those of cells say what colours mean and cannot be hidden.
 * @param {LayerName} name
 * @param {Legend} legend
 * @returns {HTMLElement[]}
 */
const linesOf = (name, legend) => {
  const { kind, entries } = legend;
  if (kind === "cell") return entries.map((entry) => written(element("div", "pa-entry"), legend, entry));
  return entries.flatMap((entry, k) => {
    if (!entry.count) return [];
    const line = written(element("button", "pa-entry"), legend, entry);
    return [pressable(line, state.hidden, keyOf(legend, k), () => arrange(name))];
  });
};

/** @param {LayerName | "labels"} name */
const showLayer = (name) => {
  const group = state.groups[name];
  const isOff = state.off.has(name);
  if (isOff !== state.map.hasLayer(group)) return;
  if (isOff) group.remove();
  else group.addTo(state.map);
};

/**
 * A button that puts a name into a set of what is hidden and takes it out again.
 * @param {HTMLButtonElement} button
 * @param {Set<string>} hidden
 * @param {string} name
 * @param {() => void} act
 */
const pressable = (button, hidden, name, act) => {
  button.type = "button";
  button.title = state.scene.texts.show_hide;
  const paint = () => button.setAttribute("aria-pressed", String(!hidden.has(name)));
  button.addEventListener("click", () => {
    if (!hidden.delete(name)) hidden.add(name);
    for (const kind of SWITCHED) publish(kind, state[kind]);
    paint();
    act();
    placeLabels();
  });
  paint();
  return button;
};

/**
 * Put an entry into its line.
 * @template {HTMLElement} T
 * @param {T} line
 * @param {Legend} legend
 * @param {Entry} entry
 */
const written = (line, legend, entry) => {
  const [swatch, ...count] = signOf(legend, entry);
  line.append(swatch, element("span", "", entry.label), ...count);
  return line;
};

/**
 * What an entry looks like on the map, and how many there are.
 * @param {Legend} legend
 * @param {Entry} entry
 */
const signOf = ({ kind, entries }, entry) => {
  const swatch = element("i", `pa-swatch is-${kind}`);
  swatch.style.setProperty("--colour", entry.colour);
  if (entry.width) swatch.style.setProperty("--width", `${entry.width}px`);
  if (kind === "constraint") swatch.style.setProperty("--turn", `${turnOf(entries.indexOf(entry))}deg`);
  swatch.classList.toggle("is-hatched", kind === "park" && Boolean(entry.hatched));
  swatch.classList.toggle("is-hollow", Boolean(entry.hollow));
  return entry.count === undefined ? [swatch] : [swatch, element("b", "", entry.count.toLocaleString("en"))];
};
