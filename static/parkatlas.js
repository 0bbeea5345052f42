/* Draws the park map inside streamlit-folium's frame.
 *
 * The frame's own script loads Leaflet, then this file, then makes the map. The scene (what to draw) arrives as deflated
 * JSON in the component's argument "scene" and is drawn with textContent and numbers only: data never becomes code.
 * Back to Python goes {selected, view, turn} and only when something was chosen or the window needs data it does not have. */
(() => {
  "use strict";

  const UNITS = 100000; // coordinates come in 1e-5 degrees
  const SMALL_PX = 7; // a park smaller than this on screen is drawn as a dot
  const ROOMY_PX = 560; // a map wider than this has room for the legend beside the region
  const MOST_LABELS = 40, MOST_HULL_LABELS = 6; // within the window
  const LABEL_FONT = 'px "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';
  const ACCENT = "#14588C";

  const state = { text: "", order: 0, scene: null, selected: null, hidden: new Set(), off: new Set(), turn: null, told: "" };
  let map, legend, zoomControl, type;
  const groups = {}, renderers = {}, items = {};

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
    quietly(() => window.map.invalidateSize());
  };

  /* Libraries that few need are fetched when somebody does, once. */
  const loading = {};
  const load = (name) =>
    (loading[name] ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: `../../app/static/vendor/${name}`, onload: resolve, onerror: reject });
      document.head.append(script);
    }));

  /* ---------- sending ---------- */

  const windowNow = () => {
    const box = map.getBounds();
    return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth(), map.getZoom()].map((n) => +n.toFixed(5));
  };

  /* "turn" tells Python a new answer from one it has already acted upon. */
  const tell = (more) => {
    const view = windowNow();
    state.told = JSON.stringify(view);
    window.Streamlit.setComponentValue({ selected: state.selected, view, turn: Date.now(), ...more });
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
    waiting = setTimeout(() => {
      keepView();
      tellIfUncovered();
    }, 250);
  };

  /* Words of the page's address that the map writes itself, for a link; no server is asked. */
  const publish = (key, values) => {
    const page = window.parent;
    const address = new URL(page.location);
    address.searchParams.delete(key);
    for (const value of values) address.searchParams.append(key, value);
    page.history.replaceState(page.history.state, "", address);
  };
  const published = (key) => new URL(window.parent.location).searchParams.getAll(key);

  /* The window stays in the address and in this tab, for the way back. */
  const KEPT = "parkatlas-view";
  const keepView = () => {
    if (fitted) return;
    sessionStorage.setItem(KEPT, JSON.stringify([map.getCenter().lng, map.getCenter().lat, map.getZoom()]));
    publish("at", [windowNow().map((n) => +n.toFixed(4)).join(",")]);
  };

  const keptView = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    return kept && L.latLngBounds(boxOf(state.scene.extent)).contains([kept[1], kept[0]]) ? kept : null;
  };

  /* Another map on the page, of the same region, moves along. */
  let isLed = false;
  const quietly = (act) => {
    isLed = true;
    act();
    isLed = false;
  };
  const leadTwins = () => {
    if (isLed || !state.scene.twin) return;
    for (let i = 0; i < window.parent.frames.length; i++) {
      const other = window.parent.frames[i];
      if (other !== window && other.paFollow) other.paFollow(map.getCenter(), map.getZoom());
    }
  };
  window.paFollow = ({ lat, lng }, zoom) => {
    if (!map || !state.scene.twin) return;
    fitted = null;
    quietly(() => map.setView([lat, lng], zoom, { animate: false }));
  };

  const choose = (id) => {
    if (id === state.selected) return;
    state.selected = id;
    restyle();
    placeLabels();
    tell();
  };

  /* ---------- the scene ---------- */

  const differs = (before, name) => !before || JSON.stringify(before[name]) !== JSON.stringify(state.scene[name]);

  const show = (scene) => {
    const before = state.scene;
    state.scene = scene;
    if (before && scene.selected !== state.selected) map.closePopup(); // chosen elsewhere on the page
    state.selected = scene.selected;
    if (!before) begin();
    document.body.classList.toggle("is-dark", scene.dark);
    document.body.classList.toggle("is-large", scene.large);
    type = Number(getComputedStyle(document.body).getPropertyValue("--type"));
    if (differs(before, "drawn")) sketch.wipe();
    const fresh = Object.keys(LAYERS).filter((name) => differs(before, name));
    if (differs(before, "texts") || differs(before, "drawn")) drawControls();
    if (fresh.length || differs(before, "texts")) drawLegend();
    if (!before) firstWindow();
    fresh.forEach(drawLayer);
    restyle();
    moveToFocus();
    placeLabels();
    document.body.dataset.drawn = String(state.order); // tests wait for this
    tellIfUncovered();
  };

  let sketch;
  const begin = () => {
    map = window.map;
    for (const kind of SWITCHED) state[kind] = new Set(published(kind));
    map.on("click", (event) => sketch.isOn() || onGroundClick(event)); // before the tools hear the click, which may end one
    sketch = window.paSketch(map, load, (drawn) => tell({ drawn }));
    quietly(() => map.invalidateSize({ pan: false }));
    /* Leaflet focuses the map when the mouse goes down; the page would jump to its top, and the click miss. */
    const container = map.getContainer();
    container.focus = () => HTMLElement.prototype.focus.call(container, { preventScroll: true });
    new ResizeObserver(takeNewSize).observe(map.getContainer());
    map.attributionControl.setPrefix(false);
    for (const [name, { level, isPassive }] of Object.entries({ ...LAYERS, labels: { level: 500, isPassive: true } })) {
      const pane = map.createPane(name);
      pane.style.zIndex = level;
      if (isPassive) pane.style.pointerEvents = "none";
      renderers[name] = L.svg({ pane: name });
      groups[name] = L.featureGroup().addTo(map);
      if (isPassive) continue;
      groups[name].bindTooltip((layer) => tipOf(layer), { sticky: true, direction: "top", offset: [0, -8], className: "pa-tip" });
      groups[name].on("click", onItemClick);
    }
    for (const name of ["arcs", "seats"]) {
      groups[name].on("mouseover", (event) => seeFrom(event.propagatedFrom.item)).on("mouseout", () => seeFrom(null));
    }
    addHatch();
    map.eachLayer((layer) => layer instanceof L.TileLayer && document.body.classList.add("has-tiles"));
    map.on("moveend", onMoveEnd);
    map.on("move", leadTwins);
    map.on("dragstart zoomstart", () => { fitted = null; });
    map.on("zoomend", () => Object.keys(LAYERS).filter((name) => LAYERS[name].now).forEach(arrange));
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
  };

  /* The window of a link, else what is to be looked at, else the window that this tab last had, else the whole. */
  const firstWindow = () => {
    const { focus, focus_turn: turn } = state.scene;
    const start = state.scene.start || (!focus && keptView());
    if (start) map.setView([start[1], start[0]], start[2], { animate: false });
    else fit(focus || state.scene.extent);
    if (focus && !state.scene.start) state.turn = turn;
  };

  /* What is fitted stays so while the frame finds its size, until somebody moves the map; a twin fits it itself. */
  let fitted = null;
  const fit = (bounds) => {
    quietly(() => map.fitBounds(boxOf(bounds), { ...(isWhole(bounds) ? paddings() : nearPaddings()), animate: false }));
    fitted = bounds;
  };
  const takeNewSize = () => {
    quietly(() => map.invalidateSize({ pan: false }));
    if (fitted) fit(fitted);
  };

  /* The region is fitted beside the legend, where there is room for both. */
  const paddings = () => {
    const wide = legend && map.getSize().x > ROOMY_PX ? Math.min(legend.getContainer().offsetWidth + 14, 260 * type) : 0;
    return { paddingTopLeft: [18 + wide, 18], paddingBottomRight: [18, 18] };
  };

  const moveToFocus = () => {
    const { focus, focus_turn: turn } = state.scene;
    if (!focus || turn === state.turn) return;
    state.turn = turn;
    if (isWhole(focus)) goWhole();
    else flyNear(boxOf(focus));
  };

  const isWhole = (bounds) => String(bounds) === String(state.scene.extent);
  const nearPaddings = () => ({ paddingTopLeft: [paddings().paddingTopLeft[0] + 40, 60], paddingBottomRight: [60, 60], maxZoom: 15 });
  const flyNear = (box) => map.flyToBounds(box, { ...nearPaddings(), duration: 0.6 });

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

  /* Every layer of the scene: the height of its pane; the forms an item may take; which of them to show now, if there
   * are several; how it is styled by its entry of the legend; the order of drawing; whether the mouse passes through.
   * One layer more is one line here, its content in maps.Scene.layers and its name in the catalogue as maps.<name>. */
  const LAYERS = {
    outlines: { level: 350, forms: (item) => [outlineOf(item)], isPassive: true },
    parks: { level: 400, forms: (item) => areaOf(item, "pa-park"), now: (item) => areaNow(item), style: (item, entry) => parkStyle(item, entry) },
    hulls: { level: 415, forms: (item) => areaOf(item, "pa-hull"), now: (item) => areaNow(item), style: (item, entry) => hullStyle(entry) },
    constraints: { level: 420, forms: (item) => [constraintOf(item)], style: (item, entry) => constraintStyle(item, entry), isPassive: true },
    arcs: { level: 430, forms: (item) => [arcOf(item)], style: (item, entry) => ({ color: entry.colour, weight: item.content.widths[item.i] }), order: ({ widths }) => (a, b) => widths[b.i] - widths[a.i] },
    seats: { level: 440, forms: (item) => [seatOf(item)] },
    drawn: { level: 445, forms: (item) => [drawnOf(item)], isPassive: true },
    others: { level: 448, forms: (item) => [circleOf(item)], style: (item, entry) => dotStyle(entry) },
    projects: { level: 450, forms: (item) => [item.content.kind === "cell" ? cellOf(item) : circleOf(item)], style: (item, entry) => circleStyle(entry), order: (content) => largestFirst(content) },
    obstacles: { level: 460, forms: (item) => [triangleOf(item)], style: (item, entry) => circleStyle(entry), order: (content) => largestFirst(content) },
    route: { level: 470, forms: (item) => [routeOf(item)], isPassive: true },
    departure: { level: 510, forms: (item) => [departureOf(item)] },
    stops: { level: 520, forms: (item) => [stopOf(item)] },
    picked: { level: 465, forms: (item) => [circleOf(item)], style: (item, entry) => ringStyle(entry) },
  };

  const contentOf = (name) => state.scene[name] || {};

  const drawLayer = (name) => {
    const content = contentOf(name);
    groups[name].clearLayers();
    const count = (content.names || content.shapes || []).length;
    items[name] = Array.from({ length: count }, (_, i) => {
      const id = content.ids ? `${content.kind}:${content.ids[i]}` : null;
      return { id, i, content, layer: name, of: content.of ? content.of[i] : null, point: content.points && pointOf(content, i) };
    });
    if (LAYERS[name].order && content.of) items[name].sort(LAYERS[name].order(content));
    for (const item of items[name]) {
      item.forms = LAYERS[name].forms(item).filter(Boolean);
      for (const form of item.forms) mark(form, item);
    }
    arrange(name);
  };

  /* Every feature carries its id and nothing else. */
  const mark = (form, item) => {
    form.item = item;
    if (item.id) form.feature = { type: "Feature", properties: { id: item.id } };
  };

  /* Show of each item the form that suits now, or none where the legend hides it. */
  const arrange = (name) => {
    const group = groups[name];
    for (const item of items[name] || []) {
      item.shown = isHidden(item) ? null : LAYERS[name].now ? LAYERS[name].now(item) : item.forms[0];
      for (const form of item.forms) if (form !== item.shown && group.hasLayer(form)) group.removeLayer(form);
      if (!item.shown || group.hasLayer(item.shown)) continue;
      styleItem(item);
      group.addLayer(item.shown);
    }
  };

  const outlineOf = ({ content, i }) =>
    L.polygon(polygonOf(content.shapes[i]), { renderer: renderers.outlines, className: "pa-outline", fill: true, weight: 1, interactive: false });

  const areaOf = (item, className) => {
    const options = { renderer: renderers[item.layer], className };
    const shape = item.content.shapes[item.i];
    item.polygon = shape && L.polygon(polygonOf(shape), options);
    item.dot = L.circleMarker(item.point, { ...options, radius: 4.5 });
    return [item.polygon, item.dot];
  };

  const isSmall = (polygon) => {
    const box = polygon.getBounds();
    const size = map.project(box.getNorthEast()).subtract(map.project(box.getSouthWest()));
    return Math.max(Math.abs(size.x), Math.abs(size.y)) < SMALL_PX;
  };

  const areaNow = (item) => (item.polygon && !isSmall(item.polygon) ? item.polygon : item.dot);

  const parkStyle = (item, entry) => ({
    color: entry.hatched ? "#98A2AE" : item.content.line || entry.colour,
    weight: 1.5,
    fillColor: entry.hatched ? "url(#pa-hatch)" : entry.colour,
    fillOpacity: entry.hatched ? 0.9 : 0.6,
  });

  /* The mouse passes through: a plan may cover whole parks, which must still be hit. A click asks constraintsAt. */
  const constraintOf = ({ content, i }) =>
    L.polygon(polygonOf(content.shapes[i]), { renderer: renderers.constraints, className: "pa-constraint", interactive: false });

  const constraintStyle = ({ of }, { colour }) => ({ color: colour, weight: 1.5, fillColor: `url(#${linesOf(colour, of)})`, fillOpacity: 1 });

  const constraintsAt = (place) =>
    state.off.has("constraints") ? [] : (items.constraints || []).filter(({ shown }) => shown && shown.getElement().isPointInFill(place));

  const hullStyle = (entry) => ({ color: entry.colour, weight: 1.5, fillColor: entry.colour, fillOpacity: 0.15 });

  /* Large circles first, so that small ones stay on top and can be hit; those of the entry in front after all others. */
  const largestFirst = (content) => {
    const isFront = (item) => Number(item.of === content.front);
    return (a, b) => isFront(a) - isFront(b) || content.radii[b.i] - content.radii[a.i];
  };

  const circleOf = (item) =>
    L.circleMarker(item.point, { renderer: renderers[item.layer], radius: item.content.radii[item.i], className: "pa-project" });

  const drawnOf = ({ content, i }) =>
    L.polygon(polygonOf(content.shapes[i]), { renderer: renderers.drawn, className: "pa-drawn", weight: 2.5, smoothFactor: 0, interactive: false });

  const routeOf = ({ content, i }) =>
    L.polyline(polygonOf(content.shapes[i])[0], { renderer: renderers.route, className: "pa-route", weight: 3, interactive: false });

  const departureOf = (item) => L.circleMarker(item.point, { renderer: renderers.departure, radius: 8 * type, className: "pa-departure" });

  const stopOf = (item) => {
    const icon = L.divIcon({ html: element("span", "", String(item.i + 1)), className: "pa-stop", iconSize: [26 * type, 26 * type] });
    return L.marker(item.point, { icon, pane: item.layer, keyboard: false });
  };

  const ringStyle = (entry) => ({ color: entry.colour, weight: 3, fillColor: entry.colour, fillOpacity: 0.25 });

  /* A triangle that stands on its tip, so that what is at its place stays in sight. */
  const Triangle = L.CircleMarker.extend({
    _updatePath() {
      const { x, y } = this._point, r = this._radius;
      this._renderer._setPath(this, this._empty() ? "M0 0" : `M${x} ${y}L${x + r} ${y - 1.7 * r}L${x - r} ${y - 1.7 * r}Z`);
    },
  });

  const triangleOf = (item) =>
    new Triangle(item.point, { renderer: renderers[item.layer], radius: item.content.radii[item.i], className: "pa-obstacle" });

  const circleStyle = (entry) =>
    entry.hollow
      ? { color: entry.colour, weight: 2, fillColor: entry.colour, fillOpacity: 0 }
      : { color: "#FFFFFF", weight: 1, fillColor: entry.colour, fillOpacity: 0.9 };
  const dotStyle = (entry) => ({ color: entry.colour, weight: 0, fillColor: entry.colour, fillOpacity: 0.8 });

  const cellOf = (item) => {
    const size = item.content.sizes[item.i];
    const share = item.content.shares[item.i];
    const ring = element("div", "pa-cell");
    ring.style.setProperty("--share", share === null ? 0 : share);
    ring.classList.toggle("is-unknown", share === null);
    ring.append(element("span", "", item.content.names[item.i]));
    const icon = L.divIcon({ html: ring, className: "", iconSize: [size, size] });
    return L.marker(item.point, { icon, pane: item.layer, keyboard: false });
  };

  /* An arc from a unit's seat to a park, all bent to the same side, so that there and back lie apart. */
  const BEND = 0.2; // of the distance
  const STEPS = 24;

  const arcOf = (item) => {
    const [start, end] = [item.content.starts, item.content.ends].map((points) => pointOf({ points }, item.i));
    const arc = L.polyline(bent(start, end), { renderer: renderers.arcs, className: "pa-arc", lineCap: "butt", noClip: true, smoothFactor: 0 });
    return arc.on("add", () => arc.getElement().setAttribute("marker-end", headOf(item.content.widths[item.i])));
  };

  const bent = (start, end) => {
    const [a, b] = [start, end].map((point) => L.Projection.SphericalMercator.project(L.latLng(point)));
    const middle = a.add(b).divideBy(2).add(L.point(b.y - a.y, a.x - b.x).multiplyBy(BEND));
    return Array.from({ length: STEPS + 1 }, (_, k) => {
      const t = k / STEPS;
      const point = a.multiplyBy((1 - t) ** 2).add(middle.multiplyBy(2 * t * (1 - t))).add(b.multiplyBy(t ** 2));
      return L.Projection.SphericalMercator.unproject(point);
    });
  };

  /* One head for each width; it reaches beyond the line on all sides. */
  const headOf = (width) => {
    const size = Math.round(8 + 1.5 * width);
    const id = `pa-head-${size}`;
    if (!document.getElementById(id)) {
      const head = svg("marker", { id, viewBox: "0 0 10 10", refX: 6, refY: 5, markerWidth: size, markerHeight: size, markerUnits: "userSpaceOnUse", orient: "auto" });
      head.append(svg("path", { d: "M0,0L10,5L0,10Z", class: "pa-head" }));
      document.getElementById("pa-hatch").parentNode.append(head);
    }
    return `url(#${id})`;
  };

  const seatOf = (item) => (item.dot = L.circleMarker(item.point, { renderer: renderers.seats, radius: 4.5, className: "pa-seat" }));

  /* Only the arc under the mouse, or those that leave from the seat under it; all where there is none. */
  const seeFrom = (seen) => {
    const arcs = items.arcs || [];
    const isSeen = (item) => (seen?.layer === "arcs" ? item === seen : item.content.from[item.i] === seen?.content.from[seen.i]);
    const areAll = !arcs.some(isSeen);
    for (const item of arcs) item.forms[0].getElement()?.classList.toggle("is-away", !areAll && !isSeen(item));
  };

  const styleItem = (item) => {
    if (item.of === null || !item.shown.setStyle) return;
    const chosen = item.id && item.id === state.selected ? { color: ACCENT, weight: 3 } : {};
    item.shown.setStyle({ ...LAYERS[item.layer].style(item, item.content.entries[item.of]), ...chosen });
  };

  let lastChosen = null;
  const restyle = () => {
    for (const item of Object.values(items).flat()) {
      if (item.shown && item.id && (item.id === state.selected || item.id === lastChosen)) {
        styleItem(item);
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
    if (item.content.kind === "hull") {
      flyNear(item.polygon.getBounds());
      return;
    }
    groups[item.layer].closeTooltip();
    openCards(event, [item, ...constraintsAt(event.layerPoint)]);
    choose(item.id);
  };

  const onGroundClick = (event) => {
    openCards(event, constraintsAt(event.layerPoint));
    choose(null);
  };

  const openCards = ({ latlng }, found) => {
    if (!found.length) return;
    const cards = element("div");
    cards.append(...found.map(cardOf));
    L.popup({ className: "pa-popup", maxWidth: 300, minWidth: 180, autoPanPaddingTopLeft: paddings().paddingTopLeft, autoPanPaddingBottomRight: [24, 24] })
      .setLatLng(latlng)
      .setContent(cards)
      .openOn(map);
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
    const { kind } = item.content;
    if (kind !== "cell") tip.append(element("strong", "", item.content.names[item.i]));
    tip.append(factsOf(item, ["cell", "hull"].includes(kind) ? undefined : 1)); // these have no popup
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
    map.getContainer().append(holder); // a picture of the map takes it along
  };

  /* Lines of one colour, each next layer's in another direction, so that layers on top of each other stay apart. */
  const TURNS = [45, -45, 90, 0];
  const linesOf = (colour, k) => {
    const turn = TURNS[k % TURNS.length];
    const id = `pa-lines-${colour.slice(1)}-${turn}`;
    if (!document.getElementById(id)) {
      const pattern = svg("pattern", { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})` });
      pattern.append(svg("rect", { width: 1.5, height: 7, fill: colour }));
      document.getElementById("pa-hatch").parentNode.append(pattern);
    }
    return id;
  };

  /* ---------- names of clusters, parks and seats, that of the chosen first, as many as do not collide ---------- */

  const pen = document.createElement("canvas").getContext("2d");

  const placeLabels = () => {
    pen.font = 12 * type + LABEL_FONT;
    const half = 9 * type;
    groups.labels.clearLayers();
    const size = map.getSize();
    const taken = [];
    const hulls = state.off.has("hulls") ? [] : (items.hulls || []).filter((item) => item.shown);
    const small = new Map(hulls.map((item) => [item, frameOf(item)]).filter(([, box]) => box[2] - box[0] < size.x / 2));
    const isNamed = (name) => !state.off.has(name) && (name === "hulls" || !["labels", "parks"].some((one) => state.off.has(one)));
    const isChosen = (item) => item.id !== null && item.id === state.selected;
    const named = ["hulls", "parks", "seats"].filter(isNamed).flatMap((name) => items[name] || []);
    for (const item of named.sort((a, b) => isChosen(b) - isChosen(a))) {
      if (taken.length >= MOST_LABELS) break;
      if (!item.shown || !item.content.names[item.i]) continue;
      if (item.layer === "hulls" && taken.length >= MOST_HULL_LABELS) continue; // the largest come first
      const name = item.content.names[item.i];
      const wide = pen.measureText(name).width + 16;
      const covered = [...taken, ...[...small].filter(([hull]) => hull !== item).map(([, box]) => box)];
      const places = item.layer === "hulls" ? placesAround(item, wide / 2, size) : placesOf(item);
      const box = places.map((at) => [at.x - wide / 2, at.y - half, at.x + wide / 2, at.y + half]).find((place) => isFree(place, covered, size));
      if (!box) continue;
      taken.push(box);
      const icon = L.divIcon({ html: element("span", `pa-label of-${item.layer}${isChosen(item) ? " is-chosen" : ""}`, name), className: "", iconSize: [wide, 2 * half] });
      const middle = map.containerPointToLatLng([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
      groups.labels.addLayer(L.marker(middle, { icon, pane: "labels", interactive: false, keyboard: false }));
    }
  };

  /* Below the park, above it, or on it where it fills the window. */
  const placesOf = (item) => {
    const middle = map.latLngToContainerPoint(item.point);
    if (item.shown === item.dot) return [middle.add([0, 15 * type]), middle.subtract([0, 15 * type])];
    const [west, north, east, south] = frameOf(item);
    const x = (west + east) / 2;
    return [L.point(x, south + 2 + 9 * type), L.point(x, north - 2 - 9 * type), middle];
  };

  /* West, north, east and south of an area as it is shown, in pixels of the window. */
  const frameOf = (item) => {
    const { x, y } = map.latLngToContainerPoint(item.point);
    if (item.shown === item.dot) return [x - 6, y - 6, x + 6, y + 6];
    const box = item.polygon.getBounds();
    const [northWest, southEast] = [box.getNorthWest(), box.getSouthEast()].map((corner) => map.latLngToContainerPoint(corner));
    return [northWest.x, northWest.y, southEast.x, southEast.y];
  };

  /* The name of a cluster is long and matters most: it may stand on all sides, and moves in from the window's edge. */
  const placesAround = (item, half, size) => {
    const [west, north, east, south] = frameOf(item);
    const places = placesOf(item).map(({ x, y }) => L.point(x < 0 || x > size.x ? x : Math.min(Math.max(x, half), size.x - half), y));
    const y = (north + south) / 2;
    return [...places.slice(0, 2), L.point(east + half + 2, y), L.point(west - half - 2, y), ...places.slice(2)];
  };

  const isFree = (box, taken, size) => {
    if (box[0] < 0 || box[1] < 0 || box[2] > size.x || box[3] > size.y) return false;
    return !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
  };

  /* ---------- controls ---------- */

  const drawControls = () => {
    const texts = state.scene.texts;
    if (zoomControl) zoomControl.remove();
    /* On the right, for the legend grows as high as the map. */
    zoomControl = L.control.zoom({ position: "topright", zoomInTitle: texts.zoom_in, zoomOutTitle: texts.zoom_out }).addTo(map);
    sketch.offer(state.scene);
    const buttons = [buttonOf("pa-home", texts.whole_region, goWhole), buttonOf("pa-picture", texts.save_picture, () => window.paPicture(map, load, state.scene.picture))];
    zoomControl.getContainer().append(...buttons);
  };

  const buttonOf = (className, words, act) => {
    const button = element("a", className);
    Object.assign(button, { href: "#", role: "button", title: words });
    button.setAttribute("aria-label", words);
    L.DomEvent.on(button, "click", L.DomEvent.stop).on(button, "click", () => act());
    return button;
  };

  const goWhole = () => {
    sessionStorage.removeItem(KEPT);
    map.flyToBounds(boxOf(state.scene.extent), { ...paddings(), duration: 0.6 });
  };

  const keyOf = (content, k) => JSON.stringify([content.kind, content.title, content.entries[k].label]);
  const isHidden = (item) => item.of !== null && state.hidden.has(keyOf(item.content, item.of));

  const drawLegend = () => {
    if (legend) legend.remove();
    const names = Object.keys(LAYERS).filter((name) => (contentOf(name).names || contentOf(name).shapes || []).length);
    if (!names.length) return;
    if (names.includes("parks")) names.splice(names.indexOf("parks") + 1, 0, "labels");
    legend = L.control({ position: "bottomleft" });
    legend.onAdd = () => {
      const box = element("details", "pa-legend");
      box.open = map.getSize().x > ROOMY_PX;
      box.append(element("summary", "", state.scene.texts.legend), ...names.map(sectionOf));
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    };
    legend.addTo(map);
  };

  /* A layer's part of the legend: the layer itself to switch, then its entries, each to hide and show, if it has several. */
  const sectionOf = (name) => {
    const content = contentOf(name);
    const section = element("section");
    const head = element("button", "pa-layer");
    const only = !content.title && content.entries?.length === 1 && content.entries[0]; // it says what the layer says
    head.append(element("i", "pa-box"), element("span", "", state.scene.texts[name]));
    if (only) head.append(...signOf(content, only));
    else head.append(element("small", "", content.title));
    section.append(pressable(head, state.off, name, () => showLayer(name)));
    showLayer(name);
    section.hidden = content.kind !== "cell" && content.entries?.length > 0 && !content.entries.some((entry) => entry.count);
    (content.entries || []).forEach((entry, k) => {
      if (content.kind === "cell") section.append(lineOf(content, entry, "div"));
      else if (entry.count && !only) section.append(pressable(lineOf(content, entry, "button"), state.hidden, keyOf(content, k), () => arrange(name)));
    });
    return section;
  };

  const showLayer = (name) => {
    const isOff = state.off.has(name);
    if (isOff === map.hasLayer(groups[name])) isOff ? groups[name].remove() : groups[name].addTo(map);
  };

  /* What the legend has switched, as the address keeps it: layers off, entries hidden. */
  const SWITCHED = ["off", "hidden"];

  /* A button that puts a name into a set of what is hidden and takes it out again. */
  const pressable = (button, hidden, name, act) => {
    button.type = "button";
    button.title = state.scene.texts.show_hide;
    const paint = () => button.setAttribute("aria-pressed", String(!hidden.has(name)));
    button.addEventListener("click", () => {
      if (!hidden.delete(name)) hidden.add(name);
      for (const kind of SWITCHED) publish(kind, [...state[kind]]);
      paint();
      act();
      placeLabels();
    });
    paint();
    return button;
  };

  const lineOf = (content, entry, tag) => {
    const line = element(tag, "pa-entry");
    const [swatch, ...count] = signOf(content, entry);
    line.append(swatch, element("span", "", entry.label), ...count);
    return line;
  };

  /* What an entry looks like on the map, and how many there are. */
  const signOf = (content, entry) => {
    const swatch = element("i", `pa-swatch is-${content.kind}`);
    swatch.style.setProperty("--colour", entry.colour);
    if (entry.width) swatch.style.setProperty("--width", `${entry.width}px`);
    if (content.kind === "constraint") swatch.style.setProperty("--turn", `${TURNS[content.entries.indexOf(entry) % TURNS.length]}deg`);
    swatch.classList.toggle("is-hatched", content.kind === "park" && Boolean(entry.hatched));
    swatch.classList.toggle("is-hollow", Boolean(entry.hollow));
    return entry.count === undefined ? [swatch] : [swatch, element("b", "", entry.count.toLocaleString("en"))];
  };

  window.Streamlit.events.addEventListener(window.Streamlit.RENDER_EVENT, onRender);
  /* This file was loaded in answer to the first message; ask for it once more. */
  window.Streamlit.setComponentReady();
})();
