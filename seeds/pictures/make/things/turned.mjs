// Round things seen from the front, as if turned on a wheel: their outline, their light and the bands around them.
import { barrel, blur, clip, downward, linear, mix } from '../ink.mjs';
import { at, ellipse, group, path, rect } from '../shapes.mjs';

/** A smooth line through points; its tangents are as long as each stretch allows, so that it never overshoots. */
function smooth(points) {
  const tangent = (i) => {
    const [a, b] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  };
  return points.slice(1).map((to, i) => {
    const from = points[i];
    const reach = Math.hypot(to[0] - from[0], to[1] - from[1]) * 0.4;
    const [[ax, ay], [bx, by]] = [tangent(i), tangent(i + 1)];
    const spots = [from[0] + ax * reach, from[1] + ay * reach, to[0] - bx * reach, to[1] - by * reach, ...to];
    return `C${spots.map((v) => v.toFixed(1)).join(' ')}`;
  }).join('');
}

/** Outline through [half width, y] points from the rim down; `sag` rounds the bottom edge, `rise` the top edge. */
export function turned(points, { sag = 8, rise = 0 } = {}) {
  const [[half, top], [foot, low]] = [points[0], points.at(-1)];
  const left = points.map(([r, y]) => [-r, y]).reverse();
  return `M${half} ${top}${smooth(points)}A${foot} ${sag} 0 0 1 ${-foot} ${low}${smooth(left)}A${half} ${rise} 0 0 0 ${half} ${top}Z`;
}

/** A strip around a round thing between two heights. */
const band = (half, top, bottom, sag, fill, extra) =>
  path(`M${-half} ${top}Q0 ${top + sag * 2} ${half} ${top}V${bottom}Q0 ${bottom + sag * 2} ${-half} ${bottom}Z`, fill, extra);

/** Soft reflections of a window on a round glossy thing with that outline. */
export function gloss(outline, half, top, bottom, strength = 0.6) {
  return group([
    rect(-half * 0.78, top + 14, half * 0.2, bottom - top - 34, half * 0.1, downward(['#ffffff', 0, strength], ['#ffffff', 1, strength * 0.25]), { filter: blur(half * 0.03) }),
    rect(half * 0.7, top + 26, half * 0.09, bottom - top - 60, half * 0.045, '#ffffff', { opacity: strength * 0.45, filter: blur(half * 0.025) }),
  ], { 'clip-path': clip(path(outline, '#000')) });
}

/** Darkens both sides of whatever is drawn within the outline, which makes it look round. */
export const roundness = (outline, colour = '#4a2410', strength = 0.42) =>
  path(outline, linear([[colour, 0, strength], [colour, 0.2, 0.04], [colour, 0.55, 0], [colour, 1, strength * 1.15]]));

/** A paper label around a round thing: two coloured lines and a mark in the middle. */
export function label(half, top, bottom, colour, mark, { sag = 6, paper = '#fffaf0' } = {}) {
  const tall = bottom - top;
  return [
    band(half, top, bottom, sag, linear([[mix(paper, '#6a4a3a', 0.24), 0], [paper, 0.22], [paper, 0.62], [mix(paper, '#6a4a3a', 0.32), 1]])),
    band(half, top + tall * 0.05, top + tall * 0.13, sag, colour),
    band(half, bottom - tall * 0.13, bottom - tall * 0.05, sag, colour),
    mark ? at(0, (top + bottom) / 2 + sag, [0].map(() => mark)) : '',
  ];
}

/** A screw lid or a cork: a short ribbed cylinder whose lower edge is at `y`. */
export function lid(half, y, tall, colour, { ribs = true } = {}) {
  const outline = `M${-half} ${y - tall + 10}Q${-half} ${y - tall} ${-half + 12} ${y - tall}H${half - 12}Q${half} ${y - tall} ${half} ${y - tall + 10}V${y - 8}Q${half} ${y} ${half - 8} ${y + 2}Q0 ${y + 10} ${-half + 8} ${y + 2}Q${-half} ${y} ${-half} ${y - 8}Z`;
  const lines = Array.from({ length: 15 }, (_, i) => {
    const x = Math.sin((i - 7) / 7.6 * Math.PI / 2) * half;
    return rect(x - 1.5, y - tall + 16, 3, tall - 22, 1.5, '#2a1020', { opacity: 0.14 });
  });
  return [
    path(outline, barrel(colour, 0.5)),
    ribs ? lines : '',
    ellipse(0, y - tall + 7, half - 10, 5, '#ffffff', { opacity: 0.35 }),
  ];
}
