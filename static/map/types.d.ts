/* Types that the map's modules share, and what the frame they run in brings along. */

import type * as Leaflet from "leaflet";
import type { Content, Entry, Layers, Scene } from "./scene";

export type LayerName = keyof Layers;
export type Form = Leaflet.Polygon | Leaflet.Polyline | Leaflet.CircleMarker | Leaflet.Marker;
export type Point<C> = C extends { points: number[] } ? [number, number] : null;
/** West, north, east and south in pixels of the window. */
export type Frame = [number, number, number, number];

/** One thing of a layer, the i-th of its content's lists. */
export interface Item<C = Content> {
  id: string | null;
  i: number;
  content: C;
  layer: LayerName;
  /** The entry of the legend that it belongs to. */
  of: number | null;
  point: Point<C>;
  forms: Form[];
  shown: Form | null;
  polygon?: Leaflet.Polygon | null;
  dot?: Leaflet.CircleMarker;
}

export interface Style extends Leaflet.PathOptions {
  color: string;
  weight: number;
}

/** How a layer is drawn. */
export interface Drawing<C> {
  /** The height of its pane. */
  level: number;
  /** The forms that an item may take. */
  forms(item: Item<C>): (Form | null)[];
  /** Which of them to show now, if there are several. */
  now?(item: Item<C>): Form;
  style?(item: Item<C>, entry: Entry): Style;
  /** The order of drawing. */
  order?(content: C): (a: Item<C>, b: Item<C>) => number;
  /** Whether the mouse passes through. */
  isPassive?: boolean;
}

export type Drawings = { [N in LayerName]-?: Drawing<NonNullable<Layers[N]>> };

/** What the map shows now and what people have switched. */
export interface State {
  map: Leaflet.Map;
  scene: Scene;
  selected: string | null;
  /** Layers switched off. */
  off: Set<string>;
  /** Entries of the legend that are hidden. */
  hidden: Set<string>;
  /** How much larger than usual the type is. */
  type: number;
  items: Partial<Record<LayerName, Item[]>>;
  groups: Record<LayerName | "labels", Leaflet.FeatureGroup>;
  renderers: Record<LayerName | "labels", Leaflet.SVG>;
  legend: Leaflet.Control | null;
}

/** What streamlit-folium's script keeps in the frame, and what is loaded into it when somebody needs it. */
declare global {
  interface Window {
    map?: Leaflet.Map;
    Streamlit: {
      RENDER_EVENT: string;
      events: EventTarget;
      setComponentReady(): void;
      setComponentValue(value: unknown): void;
    };
    /** Where another map of the page says how it moves. */
    paFollow?(centre: { lat: number; lng: number }, zoom: number): void;
    htmlToImage: { toCanvas(node: HTMLElement, options: object): Promise<HTMLCanvasElement> };
  }
  var geodesic: typeof import("geographiclib-geodesic");
}

declare module "leaflet" {
  interface Layer {
    item?: Item;
    feature?: object;
  }
}
