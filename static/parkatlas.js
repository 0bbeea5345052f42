/* Draws the park map inside streamlit-folium's frame.
 *
 * The frame's own script loads Leaflet, then this file, then makes the map. The scene (what to draw) arrives as deflated
 * JSON in the component's argument "scene" and is drawn with textContent and numbers only: data never becomes code.
 * Back to Python goes {selected, view, turn} and only when something was chosen or the window needs data it does not have. */
(() => {
  "use strict";

  const UNITS = 100000; // coordinates come in 1e-5 degrees
  const SMALL_PX = 7; // a park smaller than this on screen is drawn as a dot
  const MOST_LABELS = 40;
  const LABEL_FONT = 'px "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';
  const ACCENT = "#14588C";

  const state = { text: "", order: 0, scene: null, selected: null, hidden: new Set(), turn: null, told: "" };
  let map, groups, legend, layersControl, zoomControl, scale, type;

  /* ---------- receiving ---------- */

  const unpack = async (bytes) => {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).text();
  };

  /* The frame makes the map before its styles have come, and may be hidden (width 0): measure nothing until then. */
  const isReady = () => {
    if (!window.map || !window.map.getContainer().clientWidth) return false;
    const own = getComputedStyle(document.documentElement).getPropertyValue("--ground");
    return own && getComputedStyle(window.map.getContainer()).overflow === "hidden";
  };

  const mapReady = () =>
    new Promise((resolve) => {
      const look = () => (isReady() ? resolve() : setTimeout(look, 20));
      look();
    });

  const onRender = async (event) => {
    const { scene, height } = event.detail.args;
    if (!scene) return;
    const order = ++state.order;
    const text = await unpack(scene);
    await mapReady();
    if (order !== state.order) return; // a newer scene came while this one was unpacked
    fitFrame(height);
    if (text === state.text) return;
    state.text = text;
    show(JSON.parse(text));
  };

  const fitFrame = (height) => {
    const frame = document.getElementById("map_div");
    if (frame.style.height === `${height}px`) return;
    frame.style.height = `${height}px`;
    window.map.invalidateSize();
  };

  /* ---------- sending ---------- */

  const windowNow = () => {
    const box = map.getBounds();
    return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth(), map.getZoom()].map((n) => +n.toFixed(5));
  };

  /* "turn" tells Python a new answer from one it has already acted upon. */
  const tell = () => {
    const view = windowNow();
    state.told = JSON.stringify(view);
    window.Streamlit.setComponentValue({ selected: state.selected, view, turn: Date.now() });
  };

  /* Ask for more only where the window shows part of the region that the scene does not cover. */
  const tellIfUncovered = () => {
    const { reach, zoom, extent } = state.scene;
    if (!reach) return;
    const [west, south, east, north] = windowNow();
    const needs = [Math.max(west, extent[0]), Math.max(south, extent[1]), Math.min(east, extent[2]), Math.min(north, extent[3])];
    const isCovered = needs[0] >= reach[0] && needs[1] >= reach[1] && needs[2] <= reach[2] && needs[3] <= reach[3];
    const isNews = JSON.stringify(windowNow()) !== state.told; // never ask twice for the same window
    if (isNews && (Math.round(map.getZoom()) !== zoom || !isCovered)) tell();
  };

  let waiting;
  const onMoveEnd = () => {
    placeLabels();
    clearTimeout(waiting);
    waiting = setTimeout(tellIfUncovered, 250);
  };

  const choose = (id) => {
    if (id === state.selected) return;
    state.selected = id;
    restyle();
    tell();
  };

  /* ---------- the scene ---------- */

  const differs = (before, name) => !before || JSON.stringify(before[name]) !== JSON.stringify(state.scene[name]);

  const show = (scene) => {
    const before = state.scene;
    state.scene = scene;
    state.selected = scene.selected;
    if (!before) begin();
    document.body.classList.toggle("is-dark", scene.dark);
    document.body.classList.toggle("is-large", scene.large);
    type = Number(getComputedStyle(document.body).getPropertyValue("--type"));
    if (differs(before, "texts")) drawControls();
    if (["parks", "projects", "arcs", "texts"].some((name) => differs(before, name))) drawLegend();
    if (!before) firstWindow();
    if (differs(before, "outlines")) drawOutlines();
    if (differs(before, "parks")) drawParks();
    if (differs(before, "projects")) drawProjects();
    if (differs(before, "arcs")) drawArcs();
    restyle();
    moveToFocus();
    placeLabels();
    document.body.dataset.drawn = String(state.order); // tests wait for this
    tellIfUncovered();
  };

  const begin = () => {
    map = window.map;
    map.invalidateSize({ pan: false });
    new ResizeObserver(takeNewSize).observe(map.getContainer());
    map.attributionControl.setPrefix(false);
    for (const [name, level] of [["outlines", 350], ["parks", 400], ["arcs", 430], ["projects", 450], ["labels", 500]]) {
      const pane = map.createPane(name);
      pane.style.zIndex = level;
      if (name === "outlines" || name === "labels") pane.style.pointerEvents = "none";
    }
    groups = { outlines: L.layerGroup(), parks: L.featureGroup(), labels: L.layerGroup(), projects: L.featureGroup(), arcs: L.featureGroup() };
    renderers.outlines = L.svg({ pane: "outlines" });
    renderers.parks = L.svg({ pane: "parks" });
    renderers.projects = L.svg({ pane: "projects" });
    renderers.arcs = L.svg({ pane: "arcs" });
    addHatch();
    map.eachLayer((layer) => layer instanceof L.TileLayer && document.body.classList.add("has-tiles"));
    for (const group of Object.values(groups)) group.addTo(map);
    for (const group of [groups.parks, groups.projects]) {
      group.bindTooltip((layer) => tipOf(layer), { sticky: true, direction: "top", offset: [0, -8], className: "pa-tip" });
      group.on("click", onItemClick);
    }
    groups.arcs.bindTooltip((layer) => tipOf(layer), { sticky: true, direction: "top", offset: [0, -8], className: "pa-tip" });
    groups.arcs.on("click", onArcClick).on("mouseover", (event) => seeFrom(event.propagatedFrom.item)).on("mouseout", () => seeFrom(null));
    map.on("click", () => choose(null));
    map.on("moveend", onMoveEnd);
    map.on("dragstart zoomstart", () => { showsWhole = false; });
    map.on("zoomend", swapSmallParks);
    map.on("overlayadd overlayremove", placeLabels);
    scale = L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
  };

  const renderers = {};

  const firstWindow = () => {
    const { start } = state.scene;
    if (start) map.setView([start[1], start[0]], start[2], { animate: false });
    else fitWhole();
  };

  /* The whole region, and so it stays while the frame finds its size, until somebody moves the map. */
  let showsWhole = false;
  const fitWhole = () => {
    map.fitBounds(boxOf(state.scene.extent), { ...paddings(), animate: false });
    showsWhole = true;
  };
  const takeNewSize = () => {
    map.invalidateSize({ pan: false });
    if (showsWhole) fitWhole();
  };

  /* The region is fitted beside the legend, where there is room for both. */
  const paddings = () => {
    const wide = legend && map.getSize().x > 520 ? Math.min(legend.getContainer().offsetWidth + 14, 260 * type) : 0;
    return { paddingTopLeft: [18 + wide, 18], paddingBottomRight: [18, 18] };
  };

  const moveToFocus = () => {
    const { focus, focus_turn: turn } = state.scene;
    if (!focus || turn === state.turn) return;
    state.turn = turn;
    const { paddingTopLeft: [left] } = paddings();
    map.flyToBounds(boxOf(focus), { paddingTopLeft: [left + 40, 60], paddingBottomRight: [60, 60], maxZoom: 15, duration: 0.6 });
  };

  const boxOf = ([west, south, east, north]) => [[south, west], [north, east]];

  /* ---------- geometry ---------- */

  const ringOf = (steps) => {
    const ring = [];
    for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      ring.push([y / UNITS, x / UNITS]);
    }
    return ring;
  };

  const polygonOf = (shape) => shape.map((polygon) => polygon.map(ringOf));
  const pointOf = (content, i) => [content.points[2 * i + 1] / UNITS, content.points[2 * i] / UNITS];

  /* ---------- layers ---------- */

  const drawOutlines = () => {
    groups.outlines.clearLayers();
    const style = { renderer: renderers.outlines, className: "pa-outline", fill: true, weight: 1, interactive: false };
    for (const shape of state.scene.outlines.shapes || []) {
      groups.outlines.addLayer(L.polygon(polygonOf(shape), style));
    }
  };

  const items = { parks: [], projects: [], arcs: [], starts: [] };

  const drawParks = () => {
    const content = state.scene.parks;
    groups.parks.clearLayers();
    items.parks = (content.ids || []).map((id, i) => ({ id: `park:${id}`, i, content, of: content.of[i] }));
    for (const item of items.parks) {
      const shape = content.shapes[item.i];
      item.point = pointOf(content, item.i);
      item.polygon = shape && L.polygon(polygonOf(shape), { renderer: renderers.parks, className: "pa-park" });
      item.dot = L.circleMarker(item.point, { renderer: renderers.parks, radius: 4.5, className: "pa-park" });
      for (const layer of [item.polygon, item.dot]) if (layer) mark(layer, item);
    }
    swapSmallParks();
  };

  /* Every feature carries its id and nothing else. */
  const mark = (layer, item) => {
    layer.item = item;
    layer.feature = { type: "Feature", properties: { id: item.id } };
  };

  const isSmall = (polygon) => {
    const box = polygon.getBounds();
    const size = map.project(box.getNorthEast()).subtract(map.project(box.getSouthWest()));
    return Math.max(Math.abs(size.x), Math.abs(size.y)) < SMALL_PX;
  };

  const swapSmallParks = () => {
    for (const item of items.parks) {
      const wanted = isHidden(item) ? null : item.polygon && !isSmall(item.polygon) ? item.polygon : item.dot;
      for (const layer of [item.polygon, item.dot]) {
        if (layer && layer !== wanted && groups.parks.hasLayer(layer)) groups.parks.removeLayer(layer);
      }
      if (wanted && !groups.parks.hasLayer(wanted)) {
        styleItem(wanted, item);
        groups.parks.addLayer(wanted);
      }
      item.shown = wanted;
    }
  };

  const drawProjects = () => {
    const content = state.scene.projects;
    groups.projects.clearLayers();
    items.projects = (content.names || []).map((_, i) =>
      content.kind === "cell"
        ? { i, content, of: null }
        : { id: `project:${content.ids[i]}`, i, content, of: content.of[i] },
    );
    /* large circles first, so that small ones stay on top and can be hit; those of the entry in front after all others */
    const isFront = (item) => Number(item.of === content.front);
    const order = content.kind === "cell" ? items.projects : [...items.projects].sort((a, b) => isFront(a) - isFront(b) || content.radii[b.i] - content.radii[a.i]);
    for (const item of order) {
      item.point = pointOf(content, item.i);
      item.shown = content.kind === "cell" ? cellOf(item) : circleOf(item);
      if (!isHidden(item)) groups.projects.addLayer(item.shown);
    }
  };

  /* ---------- arcs: from a unit's seat to a park, all bent to the same side, so that there and back lie apart ---------- */

  const BEND = 0.2; // of the distance
  const STEPS = 24;

  const drawArcs = () => {
    const content = state.scene.arcs;
    groups.arcs.clearLayers();
    items.starts = [];
    items.arcs = (content.names || []).map((_, i) => ({ id: null, i, content, of: content.of[i], from: content.from[i] }));
    drawHeads(content.widths || []);
    const wide = (item) => content.widths[item.i];
    for (const item of [...items.arcs].sort((a, b) => wide(b) - wide(a))) { // thin ones on top, so that they can be hit
      const [start, end] = [content.starts, content.ends].map((points) => L.latLng(pointOf({ points }, item.i)));
      const options = { renderer: renderers.arcs, className: "pa-arc", weight: wide(item), noClip: true, smoothFactor: 0 };
      item.shown = L.polyline(bent(start, end), { ...options, fill: false, lineCap: "butt" });
      mark(item.shown, item);
      item.shown.on("add", () => item.shown.getElement().setAttribute("marker-end", `url(#pa-head-${item.i})`));
      if (!isHidden(item)) groups.arcs.addLayer(item.shown);
      if (!items.starts.some((other) => other.from === item.from)) items.starts.push(startOf(item, start));
    }
    for (const { shown } of items.starts) groups.arcs.addLayer(shown);
  };

  const startOf = ({ from, i, content: { units } }, point) => {
    const dot = L.circleMarker(point, { renderer: renderers.arcs, radius: 4.5, className: "pa-start" });
    const item = { id: null, i: 0, of: null, from, point, shown: dot, dot, content: { names: [units[i]], facts: [[]], labels: [] } };
    mark(dot, item);
    return item;
  };

  const bent = (start, end) => {
    const [a, b] = [start, end].map((point) => L.Projection.SphericalMercator.project(point));
    const middle = a.add(b).divideBy(2).add(L.point(b.y - a.y, a.x - b.x).multiplyBy(BEND));
    return Array.from({ length: STEPS + 1 }, (_, k) => {
      const t = k / STEPS;
      const point = a.multiplyBy((1 - t) ** 2).add(middle.multiplyBy(2 * t * (1 - t))).add(b.multiplyBy(t ** 2));
      return L.Projection.SphericalMercator.unproject(point);
    });
  };

  /* One head for each arc; it reaches beyond the line on all sides. */
  const drawHeads = (widths) => {
    document.getElementById("pa-heads")?.remove();
    const holder = svg("svg", { id: "pa-heads", width: 0, height: 0, "aria-hidden": "true", style: "position:absolute" });
    widths.forEach((width, k) => {
      const size = 8 + 1.5 * width;
      const head = svg("marker", { id: `pa-head-${k}`, viewBox: "0 0 10 10", refX: 6, refY: 5, markerWidth: size, markerHeight: size, markerUnits: "userSpaceOnUse", orient: "auto" });
      head.append(svg("path", { d: "M0,0L10,5L0,10Z", class: "pa-head" }));
      holder.append(head);
    });
    document.body.append(holder);
  };

  /* Only what leaves from where the mouse is; all again for null. */
  const seeFrom = (seen) => {
    for (const item of items.arcs) {
      const line = item.shown.getElement();
      if (line) line.classList.toggle("is-away", Boolean(seen) && (seen.of === null ? item.from !== seen.from : item !== seen));
    }
  };

  const onArcClick = (event) => {
    L.DomEvent.stopPropagation(event);
    const { item } = event.propagatedFrom;
    groups.arcs.closeTooltip();
    L.popup({ className: "pa-popup", maxWidth: 320, minWidth: 180 }).setLatLng(event.latlng).setContent(cardOf(item)).openOn(map);
  };

  const circleOf = (item) => {
    const options = { renderer: renderers.projects, radius: item.content.radii[item.i], className: "pa-project" };
    const circle = L.circleMarker(item.point, options);
    mark(circle, item);
    styleItem(circle, item);
    return circle;
  };

  const cellOf = (item) => {
    const size = item.content.sizes[item.i];
    const share = item.content.shares[item.i];
    const ring = element("div", "pa-cell");
    ring.style.setProperty("--share", share === null ? 0 : share);
    ring.classList.toggle("is-unknown", share === null);
    ring.append(element("span", "", item.content.names[item.i]));
    const icon = L.divIcon({ html: ring, className: "", iconSize: [size, size] });
    const marker = L.marker(item.point, { icon, pane: "projects", keyboard: false });
    marker.item = item;
    return marker;
  };

  const styleItem = (layer, item) => {
    if (item.of === null || !layer.setStyle) return;
    const entry = item.content.entries[item.of];
    const isChosen = item.id === state.selected;
    const isPark = item.content.kind === "park";
    layer.setStyle({
      color: isChosen ? ACCENT : isPark ? (entry.hatched ? "#98A2AE" : item.content.line || entry.colour) : "#FFFFFF",
      weight: isChosen ? 3 : isPark ? 1.5 : 1,
      fillColor: entry.hatched && isPark ? "url(#pa-hatch)" : entry.colour,
      fillOpacity: isPark ? (entry.hatched ? 0.9 : 0.6) : 0.9,
    });
  };

  let lastChosen = null;
  const restyle = () => {
    const all = [...items.parks, ...items.projects];
    for (const item of all) {
      if (item.shown && item.id && (item.id === state.selected || item.id === lastChosen)) {
        styleItem(item.shown, item);
        if (item.id === state.selected && item.shown.bringToFront && item.shown._map) item.shown.bringToFront();
      }
    }
    lastChosen = state.selected;
  };

  const onItemClick = (event) => {
    L.DomEvent.stopPropagation(event);
    const layer = event.layer || event.propagatedFrom;
    const item = layer.item;
    if (item.content.kind === "cell") {
      map.flyTo(item.point, Math.min(map.getZoom() + 2, map.getMaxZoom()), { duration: 0.5 });
      return;
    }
    groups[item.content.kind === "park" ? "parks" : "projects"].closeTooltip();
    L.popup({ className: "pa-popup", maxWidth: 300, minWidth: 180, autoPanPaddingTopLeft: paddings().paddingTopLeft, autoPanPaddingBottomRight: [24, 24] })
      .setLatLng(event.latlng)
      .setContent(cardOf(item))
      .openOn(map);
    choose(item.id);
  };

  /* ---------- text, always as text ---------- */

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const factsOf = (item, count) => {
    const list = element("dl");
    item.content.facts[item.i].slice(0, count).forEach((value, k) => {
      list.append(element("dt", "", item.content.labels[k]), element("dd", "", value));
    });
    return list;
  };

  const tipOf = ({ item }) => {
    const tip = element("div");
    const isCell = item.content.kind === "cell";
    if (!isCell) tip.append(element("strong", "", item.content.names[item.i]));
    tip.append(factsOf(item, isCell ? undefined : 1));
    return tip;
  };

  const cardOf = (item) => {
    const card = element("div");
    card.append(element("strong", "", item.content.names[item.i]), factsOf(item));
    return card;
  };

  const svg = (tag, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  const addHatch = () => {
    const holder = svg("svg", { width: 0, height: 0, "aria-hidden": "true", style: "position:absolute" });
    const pattern = svg("pattern", { id: "pa-hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
    pattern.append(svg("rect", { width: 6, height: 6, class: "pa-hatch-ground" }), svg("rect", { width: 2, height: 6, class: "pa-hatch-stripe" }));
    holder.append(pattern);
    document.body.append(holder);
  };

  /* ---------- names of parks, as many as do not collide ---------- */

  const pen = document.createElement("canvas").getContext("2d");

  const placeLabels = () => {
    pen.font = 12 * type + LABEL_FONT;
    const half = 9 * type;
    groups.labels.clearLayers();
    if (!map.hasLayer(groups.labels) || !map.hasLayer(groups.parks)) return;
    const size = map.getSize();
    const taken = [];
    const starts = map.hasLayer(groups.arcs) ? items.starts : [];
    for (const item of [...items.parks, ...starts]) {
      if (taken.length >= MOST_LABELS) break;
      if (!item.shown || !item.content.names[item.i]) continue;
      const name = item.content.names[item.i];
      const wide = pen.measureText(name).width + 16;
      const box = placesOf(item).map((at) => [at.x - wide / 2, at.y - half, at.x + wide / 2, at.y + half]).find((place) => isFree(place, taken, size));
      if (!box) continue;
      taken.push(box);
      const icon = L.divIcon({ html: element("span", item.from ? "pa-label is-start" : "pa-label", name), className: "", iconSize: [wide, 2 * half] });
      const middle = map.containerPointToLatLng([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
      groups.labels.addLayer(L.marker(middle, { icon, pane: "labels", interactive: false, keyboard: false }));
    }
  };

  /* Below the park, above it, or on it where it fills the window. */
  const placesOf = (item) => {
    const middle = map.latLngToContainerPoint(item.point);
    if (item.shown === item.dot) return [middle.add([0, 15 * type]), middle.subtract([0, 15 * type])];
    const box = item.polygon.getBounds();
    const north = map.latLngToContainerPoint(box.getNorthWest());
    const south = map.latLngToContainerPoint(box.getSouthEast());
    const x = (north.x + south.x) / 2;
    return [L.point(x, south.y + 2 + 9 * type), L.point(x, north.y - 2 - 9 * type), middle];
  };

  const isFree = (box, taken, size) => {
    if (box[0] < 0 || box[1] < 0 || box[2] > size.x || box[3] > size.y) return false;
    return !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
  };

  /* ---------- controls ---------- */

  const escaped = (text) => element("span", "", text).innerHTML; // Leaflet's own controls take markup

  const drawControls = () => {
    const texts = state.scene.texts;
    for (const control of [layersControl, zoomControl]) if (control) control.remove();
    zoomControl = L.control.zoom({ zoomInTitle: texts.zoom_in, zoomOutTitle: texts.zoom_out }).addTo(map);
    const home = element("a", "pa-home");
    home.href = "#";
    home.role = "button";
    home.title = texts.whole_region;
    home.setAttribute("aria-label", texts.whole_region);
    L.DomEvent.on(home, "click", L.DomEvent.stop).on(home, "click", () => map.flyToBounds(boxOf(state.scene.extent), { ...paddings(), duration: 0.6 }));
    zoomControl.getContainer().append(home);
    const overlays = {};
    for (const [name, key] of [["outlines", "outlines"], ["parks", "parks"], ["labels", "park_names"], ["projects", "projects"], ["arcs", "arcs"]]) {
      if (name !== "arcs" || state.scene.arcs.names) overlays[escaped(texts[key])] = groups[name];
    }
    layersControl = L.control.layers(null, overlays, { position: "topright", collapsed: true }).addTo(map);
    layersControl.getContainer().querySelector(".leaflet-control-layers-toggle").title = texts.layers;
  };

  const keyOf = (content, k) => JSON.stringify([content.kind, content.title, content.entries[k].label]);
  const isHidden = (item) => item.of !== null && state.hidden.has(keyOf(item.content, item.of));

  const drawLegend = () => {
    if (legend) legend.remove();
    const sections = [state.scene.parks, state.scene.projects, state.scene.arcs].filter((content) => content.entries);
    if (!sections.length) return;
    legend = L.control({ position: "bottomleft" });
    legend.onAdd = () => {
      const box = element("details", "pa-legend");
      box.open = map.getSize().x > 520;
      box.append(element("summary", "", state.scene.texts.legend), ...sections.map(sectionOf));
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    };
    legend.addTo(map);
  };

  const sectionOf = (content) => {
    const section = element("section");
    section.append(element("h4", "", content.title));
    content.entries.forEach((entry, k) => {
      if (content.kind !== "cell" && !entry.count) return;
      section.append(content.kind === "cell" ? lineOf(content, entry, "div") : switchOf(content, entry, k));
    });
    return section;
  };

  const lineOf = (content, entry, tag) => {
    const line = element(tag, "pa-entry");
    const swatch = element("i", `pa-swatch is-${content.kind}`);
    swatch.style.setProperty("--colour", entry.colour);
    if (entry.width) swatch.style.setProperty("--width", `${entry.width}px`);
    swatch.classList.toggle("is-hatched", content.kind === "park" && Boolean(entry.hatched));
    line.append(swatch, element("span", "", entry.label));
    if (entry.count !== undefined) line.append(element("b", "", entry.count.toLocaleString("en")));
    return line;
  };

  const switchOf = (content, entry, k) => {
    const button = lineOf(content, entry, "button");
    button.type = "button";
    button.title = state.scene.texts.show_hide;
    const paint = () => button.setAttribute("aria-pressed", String(!state.hidden.has(keyOf(content, k))));
    button.addEventListener("click", () => {
      const key = keyOf(content, k);
      if (!state.hidden.delete(key)) state.hidden.add(key);
      paint();
      hideAndShow(content.kind);
    });
    paint();
    return button;
  };

  const hideAndShow = (kind) => {
    if (kind === "park") {
      swapSmallParks();
      placeLabels();
      return;
    }
    const [these, group] = kind === "flow" ? [items.arcs, groups.arcs] : [items.projects, groups.projects];
    for (const item of these) {
      if (isHidden(item)) group.removeLayer(item.shown);
      else if (!group.hasLayer(item.shown)) group.addLayer(item.shown);
    }
  };

  window.Streamlit.events.addEventListener(window.Streamlit.RENDER_EVENT, onRender);
  /* This file was loaded in answer to the first message; ask for it once more. */
  window.Streamlit.setComponentReady();
})();
