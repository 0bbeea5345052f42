/* Libraries that few need are fetched when somebody does, once. */

/** @type {Record<string, Promise<unknown>>} */
const loading = {};

/** @param {string} name a file of static/vendor */
export const load = (name) =>
  (loading[name] ||= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: `../../app/static/vendor/${name}`, onload: resolve, onerror: reject });
    document.head.append(script);
  }));
