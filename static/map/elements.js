/* Elements of the page; text is always text, never markup. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {string} [text]
 */
export const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number>} attributes
 */
export const svg = (tag, attributes) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
};

/**
 * A button of a bar on the map: what it is called is its title and its name for who cannot see it.
 * @param {string} className
 * @param {string} words
 * @param {() => void} act
 */
export const buttonOf = (className, words, act) => {
  const button = element("a", className);
  Object.assign(button, { href: "#", role: "button", title: words });
  button.setAttribute("aria-label", words);
  L.DomEvent.on(button, "click", L.DomEvent.stop).on(button, "click", () => act());
  return button;
};
