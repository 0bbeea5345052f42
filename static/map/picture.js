/* Saving what a map shows, under title and caption, as a picture. */

import { load } from "./libraries.js";

/** @import { Picture } from "./scene" */

const SCALE = 2;
const HEAD = 4; // rows of text high
const FORGET_MS = 10000;
const LEFT_OUT = ["leaflet-control-zoom", "pa-tools", "leaflet-popup-close-button"];
const DRAWN_BY = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity"];

/**
 * Tiles of another host stay white where that host forbids them to be taken along.
 * @param {L.Map} map
 * @param {Picture} picture
 */
export const savePicture = async (map, picture) => {
  await load("html-to-image/html-to-image.js");
  const fonts = getComputedStyle(map.getContainer()).fontFamily;
  const letGo = holdStyles(map);
  const shown = await window.htmlToImage
    .toCanvas(map.getContainer(), {
      pixelRatio: SCALE,
      skipFonts: true,
      filter: (/** @type {Element} */ node) => !LEFT_OUT.some((name) => node.classList?.contains(name)),
    })
    .finally(letGo);
  const blob = await new Promise((resolve) => framed(shown, picture, fonts).toBlob(resolve));
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: picture.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FORGET_MS);
};

/**
 * Return what is shown under title and line.
 * @param {HTMLCanvasElement} shown
 * @param {Picture} picture
 * @param {string} fonts
 */
const framed = (shown, { title, line }, fonts) => {
  const style = getComputedStyle(document.body);
  const size = 15 * Number(style.getPropertyValue("--type")) * SCALE;
  const whole = document.createElement("canvas");
  Object.assign(whole, { width: shown.width, height: shown.height + HEAD * size });
  const brush = whole.getContext("2d");
  if (!brush) return whole;
  brush.fillStyle = style.getPropertyValue("--ground");
  brush.fillRect(0, 0, whole.width, whole.height);
  brush.drawImage(shown, 0, HEAD * size);
  brush.textBaseline = "middle";
  const rows = [
    { words: title, font: `600 ${1.3 * size}px`, colour: "--text", y: 1.4 },
    { words: line, font: `${0.9 * size}px`, colour: "--quiet", y: 2.9 },
  ];
  for (const { words, font, colour, y } of rows) {
    brush.font = `${font} ${fonts}`;
    brush.fillStyle = style.getPropertyValue(colour);
    brush.fillText(words, size, y * size, whole.width - 2 * size);
  }
  return whole;
};

/**
 * The library takes no styles of classes for what is drawn as SVG: write them out; returns how to take that back.
 * @param {L.Map} map
 */
const holdStyles = (map) => {
  const container = map.getContainer();
  document.body.classList.add("is-picture");
  /** @type {HTMLElement | null} */
  const legend = container.querySelector(".pa-legend");
  const room = map.getSize().y - 20;
  // whole, where it scrolls on the page
  if (legend && legend.offsetHeight > room) legend.style.zoom = String(room / legend.offsetHeight);
  const paths = /** @type {SVGElement[]} */ ([...container.querySelectorAll("path, rect")]);
  const before = paths.map((path) => path.getAttribute("style"));
  const computed = paths.map((path) => DRAWN_BY.map((name) => getComputedStyle(path).getPropertyValue(name)));
  paths.forEach((path, i) => DRAWN_BY.forEach((name, k) => path.style.setProperty(name, computed[i][k])));
  return () => {
    document.body.classList.remove("is-picture");
    if (legend) legend.style.zoom = "";
    paths.forEach((path, i) => restore(path, before[i]));
  };
};

/**
 * @param {SVGElement} path
 * @param {string | null} style
 */
const restore = (path, style) => {
  if (style === null) path.removeAttribute("style");
  else path.setAttribute("style", style);
};
