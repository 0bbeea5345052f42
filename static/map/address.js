/* Words of the page's address that the map writes itself, for a link; no server is asked. */

/**
 * Return an address in which a key has these values and no others.
 * @param {string | URL} address
 * @param {string} key
 * @param {Iterable<string>} values
 */
export const withValues = (address, key, values) => {
  const changed = new URL(address);
  changed.searchParams.delete(key);
  for (const value of values) changed.searchParams.append(key, value);
  return changed;
};

/**
 * @param {string} key
 * @param {Iterable<string>} values
 */
export const publish = (key, values) => {
  const page = window.parent;
  page.history.replaceState(page.history.state, "", withValues(page.location.href, key, values));
};

/** @param {string} key */
export const published = (key) => new URL(window.parent.location.href).searchParams.getAll(key);
