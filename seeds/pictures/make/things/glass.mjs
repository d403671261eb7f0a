// Jars, bottles, glasses: what one can look into.
import { barrel, blur, clip, darker, downward, lighter, linear } from '../ink.mjs';
import { at, ellipse, group, path, rect, thing } from '../shapes.mjs';
import { gloss, label, lid, roundness, turned } from './turned.mjs';

const edge = { stroke: '#ffffff', 'stroke-opacity': 0.7, 'stroke-width': 5 };

/** Shapes by half width and height of each point, for a bottle 100 wide and 300 high. */
const bottles = {
  slim: [[15, -296], [15, -228], [20, -206], [46, -166], [50, -140], [50, -16], [44, 0]],
  round: [[20, -236], [20, -206], [28, -192], [62, -168], [74, -120], [74, -30], [64, 0]],
  square: [[26, -206], [26, -186], [34, -180], [70, -170], [74, -150], [74, -12], [66, 0]],
  milk: [[27, -286], [24, -262], [25, -232], [46, -190], [54, -160], [54, -14], [48, 0]],
  flask: [[22, -262], [20, -240], [22, -206], [36, -176], [56, -140], [58, -110], [58, -14], [52, 0]],
};

const scaled = (points, k) => points.map(([r, y]) => [r * k, y * k]);

/**
 * A jar with a screw lid. `contents(width, height)` paints what is inside, from its floor (y = 0) upwards.
 */
export function jar({ width = 330, height = 400, contents, cap = '#c63b26', colour = '#0b5259', mark, low = 0.9, cloth = false, labelled = true }) {
  const half = width / 2;
  const top = -height + 66;
  const outline = turned([[half * 0.86, top], [half * 0.9, top + 10], [half, top + 44], [half, -40], [half * 0.97, -16], [half * 0.86, 0]], { sag: 9 });
  const inside = turned([[half * 0.8, top + 6], [half * 0.84, top + 18], [half * 0.93, top + 50], [half * 0.93, -46], [half * 0.9, -24], [half * 0.8, -12]], { sag: 8 });
  return thing(width, height, [
    path(outline, '#ffffff', { opacity: 0.5, ...edge }),
    group([at(0, -8, contents(width, (height - 66) * low)), roundness(inside, '#5a2c10', 0.34)], { 'clip-path': clip(path(inside, '#000')) }),
    path(outline, linear([['#ffffff', 0, 0.55], ['#ffffff', 0.07, 0.1], ['#ffffff', 0.93, 0.05], ['#ffffff', 1, 0.5]])),
    labelled ? label(half + 1, top + (height - 66) * 0.42, top + (height - 66) * 0.84, colour, mark) : '',
    gloss(outline, half, top + 20, -6, 0.62),
    cloth ? clothLid(half * 0.93, top + 16, cap) : lid(half * 0.94, top + 8, 68, cap),
  ]);
}

function clothLid(half, y, colour) {
  const hem = Array.from({ length: 9 }, (_, i) => {
    const x = half * 1.2 - i * half * 0.3;
    return `Q${x - half * 0.05} ${y + 62 + (i % 2) * 8} ${x - half * 0.15} ${y + 44}T${x - half * 0.3} ${y + 50}`;
  }).slice(0, 8).join('');
  const outline = `M${-half} ${y - 52}Q0 ${y - 78} ${half} ${y - 52}Q${half * 1.06} ${y - 10} ${half * 1.2} ${y + 48}${hem}Q${-half * 1.06} ${y - 10} ${-half} ${y - 52}Z`;
  const dots = Array.from({ length: 44 }, (_, i) => ellipse(-half * 1.2 + (i % 11) * half * 0.24 + (i % 22 > 10 ? half * 0.12 : 0), y - 46 + Math.floor(i / 11) * 28, 6, 6, '#ffffff', { opacity: 0.85 }));
  return [
    path(outline, barrel(colour, 0.4)),
    group(dots, { 'clip-path': clip(path(outline, '#000')) }),
    roundness(outline, '#3a1f33', 0.25),
    rect(-half * 1.03, y - 8, half * 2.06, 15, 7, barrel('#caa36a', 0.5)),
  ];
}

/** A bottle: `clear` glass shows the liquid up to `fill`; otherwise the glass itself has the liquid's colour. */
export function bottle({ shape = 'slim', size = 1.6, liquid, cap = '#c63b26', colour = '#0b5259', mark, fill = 0.82, clear = true, labelled = true, tall = 26, paper }) {
  const points = scaled(bottles[shape], size);
  const [neck, rim] = points[0];
  const half = Math.max(...points.map(([r]) => r));
  const outline = turned(points, { sag: 5 * size });
  const inside = turned(points.map(([r, y], i) => [r - 5 * Math.min(size, 1.6), i === points.length - 1 ? y - 8 : y]), { sag: 4 * size });
  const level = rim * fill;
  const shoulder = points.find(([r]) => r > half * 0.97)[1];
  return thing(half * 2, -rim + tall * size, [
    path(outline, clear ? '#ffffff' : barrel(liquid, 0.25), clear ? { opacity: 0.42, ...edge } : {}),
    clear ? group([
      rect(-half, level, half * 2, -level + 40, 0, linear([darker(liquid, 0.25), [liquid, 0.2], [lighter(liquid, 0.35), 0.45], [liquid, 0.7], darker(liquid, 0.3)])),
      rect(-half, level, half * 2, -level + 40, 0, downward(['#ffffff', 0, 0.2], ['#ffffff', 0.4, 0], ['#3a1f33', 1, 0.2])),
      ellipse(0, level, half, 7, lighter(liquid, 0.5), { opacity: 0.8 }),
    ], { 'clip-path': clip(path(inside, '#000')) }) : roundness(outline, '#180810', 0.4),
    clear ? path(outline, linear([['#ffffff', 0, 0.5], ['#ffffff', 0.1, 0], ['#ffffff', 0.92, 0], ['#ffffff', 1, 0.45]])) : '',
    labelled ? label(half + 0.5, shoulder * 0.86, shoulder * 0.2, colour, mark, { sag: 4 * size, paper }) : '',
    gloss(outline, half, rim + 10, -4, clear ? 0.6 : 0.4),
    lid(neck * 1.24, rim + 6 * size, tall * size, cap, { ribs: false }),
  ]);
}

/** A drinking glass with something in it; `extra` is drawn inside behind the glass wall. */
export function tumbler({ width = 190, height = 280, liquid, fill = 0.8, extra = '', above = '' }) {
  const [half, foot] = [width / 2, width * 0.38];
  const outline = turned([[half, -height], [foot, -8], [foot - 6, 0]], { sag: 7, rise: 0 });
  const level = -height * fill;
  const halfAt = (y) => foot + (half - foot) * (-y / height) - 8;
  const body = turned([[halfAt(level), level], [foot - 7, -22], [foot - 14, -14]], { sag: 6 });
  return thing(width * 0.86, height, [
    ellipse(0, -height, half, 15, '#ffffff', { opacity: 0.35 }),
    above,
    path(body, linear([darker(liquid, 0.18), lighter(liquid, 0.3), liquid, darker(liquid, 0.22)])),
    ellipse(0, level, halfAt(level), 13, lighter(liquid, 0.4)),
    group(extra, { 'clip-path': clip(path(turned([[half - 8, -height - 60], [foot - 8, -20], [foot - 14, -14]]), '#000')) }),
    path(outline, linear([['#ffffff', 0, 0.65], ['#ffffff', 0.12, 0.12], ['#ffffff', 0.9, 0.1], ['#ffffff', 1, 0.55]])),
    ellipse(0, -height, half, 15, 'none', { stroke: '#ffffff', 'stroke-width': 5, 'stroke-opacity': 0.85 }),
    path(`M${-half * 0.72} ${-height + 26}L${-foot * 0.66} -46h${foot * 0.28}L${-half * 0.42} ${-height + 30}Z`, '#ffffff', { opacity: 0.42, filter: blur(3) }),
  ]);
}

/** Ice cubes for a glass, lowest first. */
export const ice = (spots) => spots.map(([x, y, turn]) => at(x, y, [
  rect(-30, -30, 60, 60, 12, linear([['#ffffff', 0, 0.9], ['#dff1ff', 1, 0.55]], [0, 0, 1, 1])),
  path('M-20 -22H14Q-10 -16 -14 14Q-24 0 -20 -22Z', '#ffffff', { opacity: 0.8 })], { turn }));

export const straw = (x, top, bottom, colour, lean = 40) => at(x, 0, path(`M${lean} ${top}L0 ${bottom}h18L${lean + 18} ${top}Z`, linear([lighter(colour, 0.5), colour, darker(colour, 0.25)])));
