// What the forest and the mangrove give.
import { dice, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { at, ellipse, group, line, path, rect, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { block } from '../things/blocks.mjs';
import { bottle } from '../things/glass.mjs';
import { bananaLeaf } from '../things/leaves.mjs';
import { mark } from '../things/mark.mjs';
import { nipaHead, wingedNut } from '../things/orchard.mjs';
import { canes } from '../things/timber.mjs';

export const forest = {
  'rotan-ikat': () => fromAbove([put(thing(760, 260, [
    canes(780, [6, 7, 6, 5, 4], 54),
    [-190, 200].map((x) => [rect(x - 22, -258, 44, 268, 22, linear(['#a8482a', '#c9603a', '#7a2e18']), { filter: plump(5, { cast: 0.45 }) }), [-200, -140, -80, -20].map((y) => line(`M${x - 20} ${y}l40 -14`, '#5a2010', 4, { opacity: 0.5 }))]),
  ]), 510, 1030, { scale: 0.86 })], 120),
  'damar': () => fromAbove([
    put(thing(560, 320, [[-150, -200, 150, 1], [110, -230, 170, 2], [-20, -110, 190, 3], [210, -70, 130, 4], [-220, -60, 120, 5]].map(([x, y, size, seed]) => at(x, y, resin(size, seed)))), 480, 1010),
    ...[[160, 1066, 60, 6], [800, 1070, 76, 7], [690, 1096, 46, 8]].map(([x, y, size, seed]) => put(thing(size * 1.6, 50, at(0, -size * 0.5, resin(size, seed))), x, y)),
  ], 90),
  'tengkawang': () => [
    put(bananaLeaf({ width: 860, depth: 230 }), 480, 1080),
    put(block({ width: 300, height: 190, depth: 200, colour: '#f3e3a8', soft: 12, front: [rect(70, 60, 160, 70, 14, 'none', { stroke: '#d9bf72', 'stroke-width': 6 })] }), 340, 1000, { shadow: false }),
    put(thing(150, 60, at(0, 0, wingedNut(230), { turn: -8 })), 620, 960, { shadow: false }), put(thing(150, 60, at(0, 0, wingedNut(200), { turn: 14 })), 762, 1000, { shadow: false }), put(thing(150, 60, at(0, 0, wingedNut(190), { turn: -4 })), 570, 1040, { shadow: false }),
  ],
  'gula-nipah': () => [
    put(nipaHead(430), 670, 1000),
    put(bottle({ shape: 'flask', size: 2.6, liquid: '#5a260c', cap: '#c98708', fill: 0.82, colour: '#0b5259', mark: mark('1f334', 160) }), 320, 1025),
  ],
};

/** A lump of translucent resin with facets, light gathered at its lower right. */
function resin(size, seed) {
  const roll = dice(seed);
  const corners = Array.from({ length: 9 }, (_, i) => {
    const angle = (i + roll.between(-0.24, 0.24)) / 9 * Math.PI * 2;
    return [Math.cos(angle) * size * roll.between(0.84, 1.06), Math.sin(angle) * size * roll.between(0.66, 0.86)];
  });
  const middle = [roll.between(-0.2, 0.1) * size, roll.between(-0.3, -0.1) * size];
  const point = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const outline = `M${corners.map(point).join('L')}Z`;
  const inner = corners.map(([x, y]) => [middle[0] + (x - middle[0]) * 0.5, middle[1] + (y - middle[1]) * 0.5]);
  const facets = corners.map((corner, i) => {
    const next = (i + 1) % corners.length;
    const lit = Math.cos((i / 9) * Math.PI * 2 + 2.2);
    return path(`M${point(corner)}L${point(corners[next])}L${point(inner[next])}L${point(inner[i])}Z`, lit > 0 ? '#fff0b8' : '#8a3a08', { opacity: (0.1 + Math.abs(lit) * 0.32).toFixed(2) });
  });
  return group([
    path(outline, radial([['#ffe08a', 0], ['#f3a52c', 0.4], ['#c9660f', 0.8], ['#9a460c', 1]], [0.62, 0.68, 0.8]), { 'stroke-linejoin': 'round', stroke: '#d98a2c', 'stroke-width': size * 0.08, filter: plump(size * 0.08, { shade: '#6a2a04', depth: 0.5, light: 0.6, cast: 0.4 }) }),
    facets, path(`M${inner.map(point).join('L')}Z`, lighter('#f7b83a', 0.3), { opacity: 0.4 }),
    ellipse(size * 0.34, size * 0.34, size * 0.34, size * 0.14, '#fff3b8', { opacity: 0.6 }),
    Array.from({ length: 4 }, () => ellipse(roll.between(-0.5, 0.5) * size, roll.between(-0.4, 0.4) * size, size * 0.04, size * 0.03, mix('#fff3c9', '#8a3a08', roll()), { opacity: 0.6 })),
    path(`M${-size * 0.5} ${-size * 0.36}L${-size * 0.12} ${-size * 0.56}L${-size * 0.2} ${-size * 0.4}Z`, downward('#ffffff', '#fff3c9'), { opacity: 0.85 }),
  ]);
}

