/* Made by scripts/scene_types.py from parkatlas/maps/payload.py: change that and run it. */

export type Kind = "park" | "project" | "obstacle";
export type Box = [number, number, number, number];
export type Tool = "polygon" | "circle" | "measure" | "point";
export type Shape = number[][][];
export type Content = Lines | Parks | Hulls | Patches | Circles | Cells | Flows | Seats | Departure | Stops;

/** A line of the legend; ``width`` in pixels of the lines that bear it, without ``count`` it can't be switched. */
export interface Entry {
  label: string;
  colour: string;
  count?: number;
  hatched?: boolean;
  hollow?: boolean;
  width?: number;
}

/** What tooltips and popups say. */
export interface Named {
  names: string[];
  labels: string[];
  facts: string[][];
}

/** What the legend says beside. */
export interface Coloured {
  names: string[];
  labels: string[];
  facts: string[][];
  title: string;
  entries: Entry[];
  of: number[];
}

/** What can be chosen; ``kind`` and id together are its key. */
export interface Identified {
  names: string[];
  labels: string[];
  facts: string[][];
  title: string;
  entries: Entry[];
  of: number[];
  kind: "park" | "project" | "obstacle";
  count: number;
  ids: string[];
}

/** Shapes that say nothing. */
export interface Lines {
  shapes: number[][][][];
}

/** Areas, None where too small to see, each with a point inside; ``line`` is the colour that all edges share. */
export interface Parks {
  names: string[];
  labels: string[];
  facts: string[][];
  title: string;
  entries: Entry[];
  of: number[];
  kind: "park" | "project" | "obstacle";
  count: number;
  ids: string[];
  shapes: (number[][][] | null)[];
  points: number[];
  line: string | null;
}

/** The areas of clusters. */
export interface Hulls {
  names: string[];
  labels: string[];
  facts: string[][];
  title: string;
  entries: Entry[];
  of: number[];
  kind: "hull";
  shapes: (number[][][] | null)[];
  points: number[];
}

/** Areas that constrain what may be built. */
export interface Patches {
  names: string[];
  labels: string[];
  facts: string[][];
  title: string;
  entries: Entry[];
  of: number[];
  kind: "constraint";
  shapes: number[][][][];
}

/** Circles or triangles with their radii in pixels; those of the entry ``front``, if any, lie above the others. */
export interface Circles {
  names: string[];
  labels: string[];
  facts: string[][];
  title: string;
  entries: Entry[];
  of: number[];
  kind: "park" | "project" | "obstacle";
  count: number;
  ids: string[];
  points: number[];
  radii: number[];
  front: number | null;
}

/** Sums of many projects: the diameter in pixels and the share that reaches the threshold, in percent. */
export interface Cells {
  names: string[];
  labels: string[];
  facts: string[][];
  kind: "cell";
  title: string;
  entries: Entry[];
  count: number;
  points: number[];
  sizes: number[];
  shares: (number | null)[];
}

/** Arcs from a unit's seat to a park, with their widths in pixels. */
export interface Flows {
  names: string[];
  labels: string[];
  facts: string[][];
  title: string;
  entries: Entry[];
  of: number[];
  kind: "flow";
  unit_ids: string[];
  widths: number[];
  starts: number[];
  ends: number[];
}

/** Dots where units sit. */
export interface Seats {
  names: string[];
  labels: string[];
  facts: string[][];
  kind: "seat";
  title: string;
  unit_ids: string[];
  points: number[];
}

/** Where a tour starts. */
export interface Departure {
  names: string[];
  labels: string[];
  facts: string[][];
  kind: "departure";
  points: number[];
}

/** Numbered projects of a tour. */
export interface Stops {
  names: string[];
  labels: string[];
  facts: string[][];
  kind: "project";
  ids: string[];
  points: number[];
}

/** The layers by their names; static/map/layers.js says how each is drawn and above which. */
export interface Layers {
  outlines?: Lines;
  parks?: Parks;
  hulls?: Hulls;
  constraints?: Patches;
  arcs?: Flows;
  seats?: Seats;
  drawn?: Lines;
  others?: Circles;
  projects?: Circles | Cells;
  obstacles?: Circles;
  picked?: Circles;
  route?: Lines;
  departure?: Departure;
  stops?: Stops;
}

/** What stands above a map saved as a picture, and the name of the file. */
export interface Picture {
  title: string;
  line: string;
  file: string;
}

/** One drawing of the map; ``reach`` is None where the layers suit every window. */
export interface Scene {
  layers: Layers;
  extent: [number, number, number, number];
  zoom: number;
  reach: [number, number, number, number] | null;
  selected: string | null;
  start: [number, number, number] | null;
  focus: [number, number, number, number] | null;
  focus_turn: string;
  picture: Picture;
  dark: boolean;
  large: boolean;
  tools: ("polygon" | "circle" | "measure" | "point")[];
  twin: boolean;
  texts: Record<string, string>;
}
