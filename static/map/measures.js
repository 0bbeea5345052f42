/* Lengths and areas on the ellipsoid, by the library that the server uses too, and how people read them. */

/** @typedef {{ lat: number, lng: number }} Point */

const CIRCLE_CORNERS = 72;
const MU_PER_SQUARE_METRE = 15 / 10000;

const earth = () => globalThis.geodesic.Geodesic.WGS84;

/**
 * Return metres from one point to another.
 * @param {Point} a
 * @param {Point} b
 */
export const between = (a, b) => earth().Inverse(a.lat, a.lng, b.lat, b.lng).s12 ?? 0;

/** @param {Point[]} line */
export const lengthOf = (line) => line.slice(1).reduce((sum, point, i) => sum + between(line[i], point), 0);

/**
 * Return a ring's area in square metres and its perimeter in metres.
 * @param {Point[]} ring
 */
export const ringSizes = (ring) => {
  const polygon = earth().Polygon(false);
  for (const { lat, lng } of ring) polygon.AddPoint(lat, lng);
  const { area, perimeter } = polygon.Compute(false, true);
  return { area: Math.abs(area ?? 0), perimeter };
};

/**
 * Return the corners of a circle, latitude first.
 * @param {Point} centre
 * @param {number} radius in metres
 * @returns {[number, number][]}
 */
export const around = ({ lat, lng }, radius) =>
  Array.from({ length: CIRCLE_CORNERS }, (_, i) => {
    const corner = earth().Direct(lat, lng, (i * 360) / CIRCLE_CORNERS, radius);
    return [corner.lat2 ?? lat, corner.lon2 ?? lng];
  });

/**
 * @param {number} value
 * @param {number} decimals
 */
const number = (value, decimals) =>
  value.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/**
 * Return a length as people read it.
 * @param {number} metres
 * @param {Record<string, string>} texts
 */
export const long = (metres, texts) =>
  metres < 1000 ? `${number(metres, 0)} ${texts.metres}` : `${number(metres / 1000, 2)} ${texts.kilometres}`;

/**
 * Return an area as people read it, in mu.
 * @param {number} squareMetres
 * @param {Record<string, string>} texts
 */
export const wide = (squareMetres, texts) => {
  const mu = squareMetres * MU_PER_SQUARE_METRE;
  return `${number(mu, mu < 1000 ? 1 : 0)} ${texts.mu}`;
};
