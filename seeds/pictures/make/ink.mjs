// Colours, gradients, filters and patterns. Whatever an SVG must define is gathered here while a picture is drawn.

let definitions = new Map();

/** Everything defined since the last call, for the <defs> of one picture. */
export function takeDefinitions() {
  const taken = [...definitions].map(([body, id]) => body.replace('@id', id)).join('');
  definitions = new Map();
  return taken;
}

function define(body) {
  if (!definitions.has(body)) {
    definitions.set(body, `d${definitions.size}`);
  }

  return `url(#${definitions.get(body)})`;
}

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** The colour that lies `share` of the way from one hex colour to another. */
export function mix(from, to, share) {
  const [a, b] = [channels(from), channels(to)];
  return '#' + a.map((v, i) => Math.round(v + (b[i] - v) * share).toString(16).padStart(2, '0')).join('');
}

export const lighter = (colour, share = 0.3) => mix(colour, '#fff4d9', share);
export const darker = (colour, share = 0.3) => mix(colour, '#47172a', share);

const stop = (entry, index, all) => {
  const [colour, offset, opacity = 1] = Array.isArray(entry) ? entry : [entry, index / (all.length - 1)];
  return `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
};

/** A straight gradient; a stop is a colour or [colour, offset, opacity]. Default direction: left to right. */
export function linear(stops, [x1, y1, x2, y2] = [0, 0, 1, 0]) {
  return define(`<linearGradient id="@id" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops.map(stop).join('')}</linearGradient>`);
}

export const downward = (...stops) => linear(stops, [0, 0, 0, 1]);

/** A round gradient, brightest where the light falls: upper left. */
export function radial(stops, [cx, cy, r] = [0.36, 0.3, 0.8]) {
  return define(`<radialGradient id="@id" cx="${cx}" cy="${cy}" r="${r}">${stops.map(stop).join('')}</radialGradient>`);
}

/** Paint of a round bar lit from the left: bright ridge, dark right side. */
export function barrel(colour, shine = 0.45) {
  return linear([
    [darker(colour, 0.22), 0], [colour, 0.14], [lighter(colour, shine), 0.3], [colour, 0.55],
    [darker(colour, 0.3), 0.92], [darker(colour, 0.2), 1]]);
}

/** Paint of a ball lit from the upper left. */
export const ball = (colour, shine = 0.55) =>
  radial([[lighter(colour, shine), 0], [colour, 0.5], [darker(colour, 0.32), 1]]);

export const clip = (shape) => define(`<clipPath id="@id">${shape}</clipPath>`);

export const pattern = (width, height, svg, transform = '') =>
  define(`<pattern id="@id" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="${transform}">${[svg].flat(4).join('')}</pattern>`);

const filter = (body, margin = 0.3) =>
  define(`<filter id="@id" x="${-margin}" y="${-margin}" width="${1 + margin * 2}" height="${1 + margin * 2}" color-interpolation-filters="sRGB">${body}</filter>`);

export const blur = (size) => filter(`<feGaussianBlur stdDeviation="${size}"/>`, 1);

/** Gives a flat silhouette volume: light along the upper left edge, shade along the lower right, and a shadow it casts. */
export function plump(size, { shade = '#5a1f18', depth = 0.5, light = 0.45, cast = 0.3 } = {}) {
  const edge = (name, away, colour, strength) =>
    `<feOffset in="SourceAlpha" dx="${away}" dy="${away}"/><feGaussianBlur stdDeviation="${size}"/>`
    + `<feComposite in="SourceAlpha" operator="out" result="${name}Edge"/>`
    + `<feFlood flood-color="${colour}" flood-opacity="${strength}"/><feComposite in2="${name}Edge" operator="in" result="${name}"/>`;
  const below = cast === 0 ? '' :
    `<feOffset in="SourceAlpha" dx="${size * 0.3}" dy="${size * 0.7}"/><feGaussianBlur stdDeviation="${size * 0.6}" result="castEdge"/>`
    + `<feFlood flood-color="#3a1f33" flood-opacity="${cast}"/><feComposite in2="castEdge" operator="in" result="cast"/>`;
  const layers = [...(cast === 0 ? [] : ['cast']), 'SourceGraphic', 'shade', 'light'];
  return filter(
    below + edge('shade', -size, shade, depth) + edge('light', size * 0.8, '#fff6d8', light)
    + `<feMerge>${layers.map((name) => `<feMergeNode in="${name}"/>`).join('')}</feMerge>`);
}

/** Numbers in 0..1 that are the same in every run, so that a picture made twice is the same picture. */
export function dice(seed) {
  let state = seed * 2654435761 >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  roll.between = (low, high) => low + (high - low) * roll();
  roll.pick = (list) => list[Math.floor(roll() * list.length)];
  return roll;
}
