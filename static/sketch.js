/* Drawing a polygon or a circle on the map, measuring length and area, naming a place: one tool, four endings.
 *
 * paSketch(map, load, done) returns {offer, wipe, isOn}; isOn tells whether a click belongs to a tool. A polygon, circle or
 * place is handed to done as "polygon:lon,lat,…", "circle:lon,lat,metres" or "point:lon,lat"; a measurement stays on the
 * map until the next one. Leaflet-draw and leaflet-measure bring 130 kB with looks and words of their own for it; lengths
 * and areas are geodesic, by the library that the server uses too. */
window.paSketch = (map, load, done) => {
  "use strict";

  const GEODESIC = "geographiclib/geodesic.min.js";
  const MOST = 100; // corners that an address takes
  const NEAR_PX = 12; // a click so near to the first corner closes the shape
  const ICONS = { polygon: "M4 6 12 3l8 6-4 11H6Z", circle: "M12 4a8 8 0 1 0 .01 0Z", measure: "M3 15 15 3l6 6L9 21Zm4-4 2 2m1-5 3 3m0-6 2 2", point: "M12 21s-6-6.5-6-11a6 6 0 0 1 12 0c0 4.5-6 11-6 11Zm0-9a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z", clear: "M5 5l14 14M19 5 5 19" };

  let texts, bar, names = [], tool = null, points = [], cursor = null, isEnding = false;
  const layer = L.featureGroup().addTo(map);
  const pane = map.createPane("sketch");
  pane.style.zIndex = 550;
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: "sketch" });
  const note = L.DomUtil.create("div", "pa-note", map.getContainer());
  note.setAttribute("role", "status");

  /* ---------- measures ---------- */

  const earth = () => window.geodesic.Geodesic.WGS84;
  const between = (a, b) => earth().Inverse(a.lat, a.lng, b.lat, b.lng).s12;
  const lengthOf = (line) => line.slice(1).reduce((sum, point, i) => sum + between(line[i], point), 0);
  const polygonOf = (ring) => {
    const polygon = earth().Polygon(false);
    for (const { lat, lng } of ring) polygon.AddPoint(lat, lng);
    const { area, perimeter } = polygon.Compute(false, true);
    return { area: Math.abs(area), perimeter };
  };

  const number = (value, decimals) => value.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const long = (metres) => (metres < 1000 ? `${number(metres, 0)} ${texts.metres}` : `${number(metres / 1000, 2)} ${texts.kilometres}`);
  const wide = (squareMetres) => {
    const mu = (squareMetres * 15) / 10000;
    return `${number(mu, mu < 1000 ? 1 : 0)} ${texts.mu}`;
  };

  /* ---------- what is said and shown meanwhile ---------- */

  const say = () => {
    const ends = cursor ? [...points, cursor] : points;
    const said = [];
    if (tool === "circle" && ends.length > 1) {
      const radius = between(ends[0], ends[1]);
      said.push(`${texts.radius} ${long(radius)}`, `${texts.area} ${wide(Math.PI * radius ** 2)}`);
    } else if (ends.length > 1) {
      const { area, perimeter } = polygonOf(ends);
      said.push(tool === "polygon" && ends.length > 2 ? `${texts.perimeter} ${long(perimeter)}` : `${texts.length} ${long(lengthOf(ends))}`);
      if (ends.length > 2) said.push(`${texts.area} ${wide(area)}`);
    }
    const hint = cursor || !points.length ? (points.length && tool !== "circle" ? texts.hint_finish : texts[`hint_${tool}`]) : "";
    note.replaceChildren(...[said.join(" · "), hint].filter(Boolean).map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  };

  const show = () => {
    const ends = cursor ? [...points, cursor] : points;
    const options = { renderer, className: "pa-sketch", weight: 2.5, interactive: false };
    layer.clearLayers();
    if (tool === "circle" && ends.length > 1) layer.addLayer(L.polygon(around(ends[0], between(ends[0], ends[1])), options));
    else if (ends.length > 2) layer.addLayer(L.polygon(ends, options));
    else if (ends.length > 1) layer.addLayer(L.polyline(ends, options));
    for (const point of points) layer.addLayer(L.circleMarker(point, { ...options, className: "pa-corner", radius: 4 }));
    say();
  };

  const around = ({ lat, lng }, radius) =>
    Array.from({ length: 72 }, (_, i) => earth().Direct(lat, lng, i * 5, radius)).map(({ lat2, lon2 }) => [lat2, lon2]);

  /* ---------- doing ---------- */

  const start = async (name) => {
    await load(GEODESIC);
    wipe();
    tool = name;
    map.getContainer().classList.add("is-sketching");
    map.doubleClickZoom.disable();
    map.closePopup();
    paint();
    say();
    map.getContainer().focus();
  };

  /* End a tool; what it has measured stays. A second click close on the one that ended it means nothing. */
  const stop = () => {
    tool = null;
    cursor = null;
    map.getContainer().classList.remove("is-sketching");
    isEnding = true;
    setTimeout(() => {
      isEnding = false;
      if (!tool) map.doubleClickZoom.enable();
    }, 300);
    paint();
  };

  const wipe = () => {
    if (tool) stop();
    points = [];
    layer.clearLayers();
    note.replaceChildren();
  };

  const isNear = (a, b) => map.latLngToContainerPoint(a).distanceTo(map.latLngToContainerPoint(b)) < NEAR_PX;

  const add = (point) => {
    const isLast = points.length && isNear(points.at(-1), point); // the second click of two
    const closes = points.length > 2 && isNear(points[0], point);
    if (tool !== "circle" && (isLast || closes)) return finish();
    if (isLast) return;
    points.push(point);
    if (points.length === ({ circle: 2, point: 1 }[tool] || MOST)) finish();
    else show();
  };

  const finish = () => {
    const fewest = { polygon: 3, circle: 2, measure: 2, point: 1 }[tool];
    if (points.length < fewest) return;
    const [name, ends] = [tool, points];
    cursor = null;
    show();
    stop();
    const at = ({ lng, lat }) => `${lng.toFixed(5)},${lat.toFixed(5)}`;
    if (name === "polygon") done(`polygon:${ends.map(at).join(",")}`);
    if (name === "circle") done(`circle:${at(ends[0])},${between(...ends).toFixed(1)}`);
    if (name === "point") {
      wipe();
      done(`point:${at(ends[0])}`);
    }
  };

  map.on("click", ({ latlng }) => tool && add(latlng.wrap()));
  map.on("mousemove", ({ latlng }) => {
    if (!tool || !points.length) return;
    cursor = latlng.wrap();
    show();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (!tool) return;
    if (key === "Escape") wipe();
    if (key === "Enter") finish();
    if (key === "Backspace") {
      points.pop();
      show();
    }
  });

  /* ---------- the bar of tools ---------- */

  const button = (name, act) => {
    const link = L.DomUtil.create("a", `pa-tool is-${name}`);
    Object.assign(link, { href: "#", role: "button", title: texts[`tool_${name}`] });
    link.setAttribute("aria-label", texts[`tool_${name}`]);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    path.setAttribute("d", ICONS[name]);
    svg.append(path);
    link.append(svg);
    L.DomEvent.on(link, "click", L.DomEvent.stop).on(link, "click", act);
    return link;
  };

  const paint = () => {
    for (const name of names) {
      bar?.getContainer().querySelector(`.is-${name}`).setAttribute("aria-pressed", String(tool === name));
    }
  };

  const offer = (scene) => {
    texts = scene.texts;
    bar?.remove();
    bar = null;
    names = scene.tools;
    if (!names.length) return;
    bar = L.control({ position: "topright" });
    bar.onAdd = () => {
      const box = L.DomUtil.create("div", "leaflet-bar pa-tools");
      const tools = names.map((name) => button(name, () => (tool === name ? wipe() : start(name))));
      const clear = button("clear", () => {
        wipe();
        if (scene.drawn) done("");
      });
      box.append(...tools, clear);
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    bar.addTo(map);
    paint();
  };

  return { offer, wipe, isOn: () => Boolean(tool) || isEnding };
};
