// Pouches, bags, sacks and boxes: what a small business packs its goods in.
import { barrel, blur, clip, darker, downward, lighter, linear, pattern, plump } from '../ink.mjs';
import { at, ellipse, group, line, path, rect, thing } from '../shapes.mjs';

/** Outline of a pouch that stands: narrow seal above, belly below. */
const standing = (w, h) => `M${-w * 0.47} ${-h}H${w * 0.47}Q${w * 0.455} ${-h * 0.86} ${w * 0.49} ${-h * 0.6}Q${w * 0.53} ${-h * 0.25} ${w * 0.5} -22Q${w * 0.49} -2 ${w * 0.44} 2Q0 22 ${-w * 0.44} 2Q${-w * 0.49} -2 ${-w * 0.5} -22Q${-w * 0.53} ${-h * 0.25} ${-w * 0.49} ${-h * 0.6}Q${-w * 0.455} ${-h * 0.86} ${-w * 0.47} ${-h}Z`;

const creases = (w, h) => [
  path(`M${-w * 0.44} ${-h * 0.86}Q${-w * 0.3} ${-h * 0.5} ${-w * 0.42} -40Q${-w * 0.5} ${-h * 0.4} ${-w * 0.44} ${-h * 0.86}Z`, '#ffffff', { opacity: 0.5, filter: blur(9) }),
  path(`M${w * 0.43} ${-h * 0.84}Q${w * 0.34} ${-h * 0.4} ${w * 0.44} -30Q${w * 0.52} ${-h * 0.4} ${w * 0.43} ${-h * 0.84}Z`, '#2a1020', { opacity: 0.34, filter: blur(10) }),
  path(`M${-w * 0.4} -34Q0 6 ${w * 0.4} -34Q0 -16 ${-w * 0.4} -34Z`, '#2a1020', { opacity: 0.35, filter: blur(5) }),
  path(`M${-w * 0.2} ${-h * 0.84}Q${-w * 0.24} ${-h * 0.66} ${-w * 0.16} ${-h * 0.5}`, 'none', { stroke: '#ffffff', 'stroke-width': 12, opacity: 0.25, filter: blur(6) }),
];

const seal = (w, h, colour) => [
  rect(-w * 0.47, -h, w * 0.94, h * 0.085, 4, linear([lighter(colour, 0.25), colour, darker(colour, 0.2)])),
  rect(-w * 0.47, -h, w * 0.94, h * 0.085, 4, pattern(7, 20, rect(0, 0, 2.5, 20, 0, '#2a1020', { opacity: 0.13 }))),
  line(`M${-w * 0.46} ${-h * 0.865}H${w * 0.46}`, '#ffffff', 3, { opacity: 0.55 }),
  line(`M${-w * 0.46} ${-h * 0.85}H${w * 0.46}`, '#2a1020', 2.5, { opacity: 0.2 }),
];

/**
 * A standing pouch of that colour with a label and its mark; `contents(width, height)` shows through a window,
 * or through the whole front when the pouch is `clear`.
 */
export function pouch({ width = 380, height = 520, colour, accent = '#0b5259', mark, contents, clear = false, window: hole = false, paper = '#fffaf0' }) {
  const outline = standing(width, height);
  const [w, h] = [width, height];
  const eye = rect(-w * 0.3, -h * 0.34, w * 0.6, h * 0.25, 34, '#000');
  return thing(w * 0.96, h, [
    path(outline, clear ? '#ffffff' : linear([darker(colour, 0.12), lighter(colour, 0.28), colour, darker(colour, 0.24)]), { opacity: clear ? 0.45 : 1 }),
    clear ? group(at(0, -14, contents(w * 0.94, h * 0.76)), { 'clip-path': clip(path(outline, '#000')) }) : '',
    hole ? group([rect(-w * 0.3, -h * 0.34, w * 0.6, h * 0.25, 34, '#4a3020'), at(0, -h * 0.08, contents(w * 0.64, h * 0.27)), rect(-w * 0.3, -h * 0.34, w * 0.6, h * 0.25, 34, downward(['#2a1020', 0, 0.4], ['#2a1020', 0.25, 0]))], { 'clip-path': clip(eye) }) : '',
    seal(w, h, clear ? '#e8eef0' : colour),
    ...creases(w, h),
    clear ? path(outline, linear([['#ffffff', 0, 0.5], ['#ffffff', 0.08, 0], ['#ffffff', 0.94, 0], ['#ffffff', 1, 0.4]])) : '',
    card(w * 0.62, h * (hole ? 0.34 : 0.4), -h * (hole ? 0.6 : 0.46), accent, mark, paper),
  ]);
}

/** A paper label laid on a pouch, its middle at `y`. */
function card(w, h, y, colour, mark, paper) {
  return at(0, y, [
    rect(-w / 2, -h / 2, w, h, 14, linear([paper, paper, darker(paper, 0.16)]), { filter: plump(4, { depth: 0.12, light: 0.5, cast: 0.25 }) }),
    rect(-w / 2 + 12, -h / 2 + 12, w - 24, h - 24, 8, 'none', { stroke: colour, 'stroke-width': 4 }),
    rect(-w * 0.2, h / 2 - 44, w * 0.4, 9, 4.5, colour),
    rect(-w * 0.12, h / 2 - 29, w * 0.24, 6, 3, colour, { opacity: 0.5 }),
    mark ? at(0, -14, mark) : '',
  ]);
}

/** A sack of woven thread, open, its rim rolled; `contents(width, height)` rises above the rim. */
export function sack({ width = 470, height = 400, colour = '#d8b98a', stripe, mark, contents }) {
  const [w, h] = [width, height];
  const outline = `M${-w * 0.42} ${-h}Q${-w * 0.52} ${-h * 0.6} ${-w * 0.53} ${-h * 0.24}Q${-w * 0.53} -8 ${-w * 0.42} 2Q0 22 ${w * 0.42} 2Q${w * 0.53} -8 ${w * 0.53} ${-h * 0.24}Q${w * 0.52} ${-h * 0.6} ${w * 0.42} ${-h}Z`;
  const weave = pattern(12, 12, [rect(0, 0, 6, 6, 1, '#4a2a10', { opacity: 0.1 }), rect(6, 6, 6, 6, 1, '#4a2a10', { opacity: 0.1 }), rect(6, 0, 6, 6, 1, '#ffffff', { opacity: 0.08 })], 'rotate(4)');
  return thing(w, h + 60, [
    ellipse(0, -h, w * 0.41, 56, darker(colour, 0.55)),
    at(0, -h + 26, contents(w * 0.78, 86)),
    path(outline, barrel(colour, 0.32)),
    stripe ? group([-0.26, 0.2].map((x) => path(`M${w * x} ${-h}Q${w * x * 1.24} ${-h * 0.4} ${w * x * 1.16} 20h22Q${w * x * 1.24 + 26} ${-h * 0.4} ${w * x + 20} ${-h}Z`, stripe, { opacity: 0.75 })), { 'clip-path': clip(path(outline, '#000')) }) : '',
    path(outline, weave),
    group([
      path(`M${-w * 0.3} -10Q${-w * 0.2} ${-h * 0.3} ${-w * 0.36} ${-h * 0.6}`, 'none', { stroke: '#ffffff', 'stroke-width': 34, opacity: 0.28, filter: blur(14) }),
      path(`M${w * 0.1} -4Q${w * 0.02} ${-h * 0.2} ${w * 0.12} ${-h * 0.42}M${w * 0.34} -4Q${w * 0.28} ${-h * 0.3} ${w * 0.38} ${-h * 0.5}`, 'none', { stroke: '#2a1020', 'stroke-width': 18, opacity: 0.22, filter: blur(9) }),
    ], { 'clip-path': clip(path(outline, '#000')) }),
    rim(w * 0.44, -h, colour),
    mark ? at(0, -h * 0.4, mark) : '',
  ]);
}

/** The rolled front rim of a sack. */
function rim(half, y, colour) {
  const d = `M${-half} ${y - 18}Q${-half - 16} ${y + 8} ${-half} ${y + 22}Q0 ${y + 92} ${half} ${y + 22}Q${half + 16} ${y + 8} ${half} ${y - 18}Q${half - 6} ${y + 4} ${half - 30} ${y + 14}Q0 ${y + 66} ${-half + 30} ${y + 14}Q${-half + 6} ${y + 4} ${-half} ${y - 18}Z`;
  return path(d, barrel(lighter(colour, 0.14), 0.4), { filter: plump(5, { depth: 0.4, light: 0.4, cast: 0.4 }) });
}

/** A folded paper bag with a crimped top. */
export function paperBag({ width = 360, height = 470, colour = '#d9b37c', accent = '#5a3a20', mark, open = false }) {
  const [w, h] = [width, height];
  const body = `M${-w * 0.5} ${-h + 10}L${-w * 0.5} -8Q${-w * 0.49} 4 ${-w * 0.44} 4H${w * 0.44}Q${w * 0.49} 4 ${w * 0.5} -8L${w * 0.5} ${-h + 10}Z`;
  const teeth = Array.from({ length: 18 }, (_, i) => `L${-w / 2 + (i + 0.5) * w / 18} ${-h - 4}L${-w / 2 + (i + 1) * w / 18} ${-h + 10}`).join('');
  return thing(w, h, [
    path(`M${-w / 2} ${-h + 10}${teeth}V${-h + 80}H${-w / 2}Z`, linear([lighter(colour, 0.2), darker(colour, 0.2)])),
    path(body, linear([lighter(colour, 0.3), [colour, 0.35], [colour, 0.74], [darker(colour, 0.3), 0.76], darker(colour, 0.14)])),
    path(`M${-w * 0.5} -8Q-20 ${-h * 0.2} ${w * 0.24} 2`, 'none', { stroke: '#2a1020', 'stroke-width': 8, opacity: 0.12, filter: blur(5) }),
    path(`M${w * 0.25} ${-h + 14}V2`, 'none', { stroke: '#ffffff', 'stroke-width': 3, opacity: 0.35 }),
    open ? '' : [rect(-w * 0.5, -h * 0.86, w, 5, 2, '#2a1020', { opacity: 0.22 }), rect(-w * 0.5, -h * 0.845, w, 4, 2, '#ffffff', { opacity: 0.35 })],
    at(-w * 0.1, 0, card(w * 0.62, h * 0.42, -h * 0.42, accent, mark, '#fffaf0')),
  ]);
}
