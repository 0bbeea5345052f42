/* Saving what a map shows, under title and caption, as a picture. */
(() => {
  "use strict";

  const SCALE = 2;
  const LEFT_OUT = ["leaflet-control-zoom", "pa-tools", "leaflet-popup-close-button"];
  const DRAWN_BY = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity"];

  /* Tiles of another host stay white where that host forbids them to be taken along. */
  window.paPicture = async (map, load, { title, line, file }) => {
    await load("html-to-image/html-to-image.js");
    const style = getComputedStyle(document.body);
    const fonts = getComputedStyle(map.getContainer()).fontFamily;
    const letGo = holdStyles(map);
    const shown = await window.htmlToImage
      .toCanvas(map.getContainer(), {
        pixelRatio: SCALE,
        skipFonts: true,
        filter: (node) => !LEFT_OUT.some((name) => node.classList?.contains(name)),
      })
      .finally(letGo);
    const size = 15 * Number(style.getPropertyValue("--type")) * SCALE, margin = size;
    const picture = document.createElement("canvas");
    Object.assign(picture, { width: shown.width, height: shown.height + 4 * size });
    const brush = picture.getContext("2d");
    brush.fillStyle = style.getPropertyValue("--ground");
    brush.fillRect(0, 0, picture.width, picture.height);
    brush.drawImage(shown, 0, 4 * size);
    brush.textBaseline = "middle";
    for (const [words, font, colour, y] of [[title, `600 ${1.3 * size}px`, "--text", 1.4], [line, `${0.9 * size}px`, "--quiet", 2.9]]) {
      brush.font = `${font} ${fonts}`;
      brush.fillStyle = style.getPropertyValue(colour);
      brush.fillText(words, margin, y * size, picture.width - 2 * margin);
    }
    const blob = await new Promise((resolve) => picture.toBlob(resolve));
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  /* The library takes no styles of classes for what is drawn as SVG: write them out; returns how to take that back. */
  const holdStyles = (map) => {
    document.body.classList.add("is-picture");
    const legend = map.getContainer().querySelector(".pa-legend"), room = map.getSize().y - 20;
    if (legend?.offsetHeight > room) legend.style.zoom = room / legend.offsetHeight; // whole, where it scrolls on the page
    const paths = [...map.getContainer().querySelectorAll("path, rect")].map((path) => [path, path.getAttribute("style")]);
    const computed = paths.map(([path]) => DRAWN_BY.map((name) => getComputedStyle(path).getPropertyValue(name)));
    paths.forEach(([path], i) => DRAWN_BY.forEach((name, k) => path.style.setProperty(name, computed[i][k])));
    return () => {
      document.body.classList.remove("is-picture");
      if (legend) legend.style.zoom = "";
      for (const [path, style] of paths) style === null ? path.removeAttribute("style") : path.setAttribute("style", style);
    };
  };
})();
