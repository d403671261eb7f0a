// Small models of places: an island of ground or water, trees, a house on stilts, a jetty.
import { ball, barrel, clip, darker, dice, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { at, ellipse, group, line, path, rect, thing } from '../shapes.mjs';

const surfaces = {
  grass: ['#a9d06a', '#7fb04c', '#8a5a34'],
  soil: ['#b98552', '#8f5f36', '#6b4226'],
  water: ['#8fd6dc', '#3f9fb4', '#1c6a80'],
};

/** A round slab of grass, soil or water on which a place is built; `contents` is drawn around its middle. */
export function island({ width = 860, surface = 'grass', contents = '', thick = 70 }) {
  const [lit, deep, side] = surfaces[surface];
  const [rx, ry] = [width / 2, width * 0.17];
  const roll = dice(4);
  const texture = surface === 'water'
    ? Array.from({ length: 26 }, () => {
      const [x, y] = [roll.between(-0.8, 0.8) * rx, roll.between(-0.75, 0.75) * ry];
      return line(`M${x.toFixed(0)} ${y.toFixed(0)}q${roll.between(18, 36).toFixed(0)} -9 ${roll.between(50, 90).toFixed(0)} 0`, '#ffffff', 5, { opacity: roll.between(0.25, 0.6).toFixed(2) });
    })
    : Array.from({ length: 60 }, () => {
      const [x, y] = [roll.between(-0.9, 0.9) * rx, roll.between(-0.86, 0.86) * ry];
      return line(`M${x.toFixed(0)} ${y.toFixed(0)}l-5 -12M${x.toFixed(0)} ${y.toFixed(0)}l5 -13`, roll() < 0.5 ? lighter(lit, 0.3) : darker(deep, 0.25), 4, { opacity: surface === 'soil' ? 0.22 : 0.55 });
    });
  return thing(width, ry * 2 + thick, at(0, -ry - thick, [
    path(`M${-rx} 0A${rx} ${ry} 0 0 0 ${rx} 0V${thick * 0.7}A${rx} ${ry} 0 0 1 ${-rx} ${thick * 0.7}Z`, barrel(side, 0.3), { filter: plump(9, { depth: 0.4, light: 0.2, cast: 0.3 }) }),
    ellipse(0, 0, rx, ry, linear([lighter(lit, 0.25), lit, deep], [0, 0, 1, 0.4])),
    group(texture, { 'clip-path': clip(ellipse(0, 0, rx - 6, ry - 4, '#000')) }),
    path(`M${-rx} 0A${rx} ${ry} 0 0 0 ${rx} 0`, 'none', { stroke: lighter(lit, 0.6), 'stroke-width': 7, opacity: 0.75 }),
    contents,
  ]), { flat: true });
}

/** A round-crowned tree; its foot is at (0, 0). */
export function tree(size = 300, colour = '#4f9a48', { trunk = 0.42, crown = [[0, -0.78, 0.3], [-0.22, -0.6, 0.24], [0.22, -0.6, 0.24], [0, -0.52, 0.22]] } = {}) {
  return group([
    path(`M${-size * 0.045} 0L${-size * 0.03} ${-size * trunk}L0 ${-size * (trunk + 0.2)}L${size * 0.035} ${-size * trunk}L${size * 0.055} 0Z`, barrel('#7a4f2e', 0.35)),
    crown.map(([x, y, r], i) => ellipse(size * x, size * y, size * r, size * r * 0.92, ball(mix(colour, '#bfe07a', i * 0.06), 0.4), { filter: plump(size * 0.04, { shade: '#12300c', depth: 0.45, light: 0.35, cast: 0.25 }) })),
  ]);
}

/** A palm; its foot is at (0, 0). */
export function palm(size = 420, colour = '#4f9a48') {
  const fronds = [[-170, 1], [-142, 1.02], [-112, 0.8], [-74, 0.82], [-40, 1], [-12, 1.02], [16, 0.86], [164, 0.84]].map(([turn, k]) => at(size * 0.09, -size * 0.82, [
    path(`M0 0Q${size * 0.2 * k} ${-size * 0.14} ${size * 0.46 * k} ${size * 0.03}Q${size * 0.2 * k} ${-size * 0.02} 0 0Z`, downward(lighter(colour, 0.3), darker(colour, 0.2)), { filter: plump(5, { shade: '#12300c', depth: 0.4, light: 0.3, cast: 0.25 }) }),
  ], { turn: Math.abs(turn) > 90 ? turn + 180 : turn, wide: Math.abs(turn) > 90 ? -1 : 1 }));
  return group([
    path(`M${-size * 0.035} 0Q${size * 0.0} ${-size * 0.4} ${size * 0.075} ${-size * 0.84}H${size * 0.115}Q${size * 0.06} ${-size * 0.4} ${size * 0.045} 0Z`, barrel('#a8794a', 0.35)),
    Array.from({ length: 9 }, (_, i) => line(`M${-size * 0.028 + i * size * 0.008} ${-size * (0.06 + i * 0.085)}h${size * 0.066}`, '#6b4526', 4, { opacity: 0.5 })),
    fronds, [[0.06, -0.79], [0.12, -0.78], [0.09, -0.75]].map(([x, y]) => ellipse(size * x, size * y, size * 0.032, size * 0.034, ball('#8a5a2c', 0.4))),
  ]);
}

/** A raised wooden house with a veranda, stairs and lit windows; its foot is at (0, 0). */
export function stiltHouse({ width = 460, wall = '#c98f52', roof = '#b5402c', glow = '#ffe08a' } = {}) {
  const w = width;
  const planks = Array.from({ length: 9 }, (_, i) => line(`M${-w * 0.36} ${-w * 0.62 + i * w * 0.036}H${w * 0.36}`, darker(wall, 0.35), 3, { opacity: 0.4 }));
  const pane = (x) => [rect(x - w * 0.06, -w * 0.56, w * 0.12, w * 0.14, 5, glow), rect(x - w * 0.06, -w * 0.56, w * 0.12, w * 0.14, 5, 'none', { stroke: '#6a3a1c', 'stroke-width': 8 }), line(`M${x} ${-w * 0.56}v${w * 0.14}M${x - w * 0.06} ${-w * 0.49}h${w * 0.12}`, '#6a3a1c', 5)];
  const rail = Array.from({ length: 17 }, (_, i) => rect(-w * 0.46 + i * w * 0.058 - 3, -w * 0.365, 6, w * 0.095, 2, '#8a5a34'));
  return group([
    [-0.42, -0.22, 0, 0.22, 0.42].map((x) => [rect(w * x - 9, -w * 0.27, 18, w * 0.27, 4, barrel('#6a4426', 0.35)), rect(w * x - 15, -10, 30, 12, 4, '#8a8278')]),
    rect(-w * 0.37, -w * 0.64, w * 0.74, w * 0.38, 4, linear([lighter(wall, 0.25), wall, darker(wall, 0.2)])), planks,
    rect(-w * 0.37, -w * 0.64, w * 0.74, w * 0.1, 0, downward(['#2a1206', 0, 0.5], ['#2a1206', 1, 0])),
    pane(-w * 0.23), pane(w * 0.23), rect(-w * 0.08, -w * 0.57, w * 0.16, w * 0.3, 5, downward(glow, '#f3a84a')), rect(-w * 0.08, -w * 0.57, w * 0.16, w * 0.3, 5, 'none', { stroke: '#6a3a1c', 'stroke-width': 8 }),
    ellipse(0, -w * 0.42, w * 0.4, w * 0.16, radial([[glow, 0, 0.5], [glow, 1, 0]], [0.5, 0.5, 0.5])),
    [-0.45, -0.15, 0.15, 0.45].map((x) => rect(w * x - 6, -w * 0.62, 12, w * 0.36, 3, barrel('#8a5a34', 0.35))),
    rail, rect(-w * 0.48, -w * 0.38, w * 0.96, 11, 4, '#a8713f'),
    rect(-w * 0.5, -w * 0.28, w, 24, 6, downward('#b98352', '#6a4426'), { filter: plump(4, { cast: 0.35 }) }),
    rect(-w * 0.09, -w * 0.385, w * 0.18, w * 0.11, 0, wall, { opacity: 0.001 }),
    Array.from({ length: 6 }, (_, i) => rect(-w * 0.1 - i * 4, -w * 0.25 + i * w * 0.046, w * 0.2 + i * 8, 11, 3, downward('#d9a468', '#8a5a34'))),
    path(`M${-w * 0.56} ${-w * 0.6}L${-w * 0.3} ${-w * 0.92}Q${-w * 0.28} ${-w * 0.95} ${-w * 0.24} ${-w * 0.95}H${w * 0.24}Q${w * 0.28} ${-w * 0.95} ${w * 0.3} ${-w * 0.92}L${w * 0.56} ${-w * 0.6}Q0 ${-w * 0.64} ${-w * 0.56} ${-w * 0.6}Z`, linear([lighter(roof, 0.25), roof, darker(roof, 0.25)]), { filter: plump(8, { shade: '#2a0c04', depth: 0.4, light: 0.3, cast: 0.35 }) }),
    [0.86, 0.79, 0.72, 0.65].map((y, i) => line(`M${-w * (0.35 + i * 0.055)} ${-w * y}H${w * (0.35 + i * 0.055)}`, darker(roof, 0.4), 4, { opacity: 0.4 })),
    path(`M${-w * 0.27} ${-w * 0.93}L${-w * 0.34} ${-w * 1.0}M${w * 0.27} ${-w * 0.93}L${w * 0.34} ${-w * 1.0}`, 'none', { stroke: darker(roof, 0.3), 'stroke-width': 13, 'stroke-linecap': 'round' }),
  ]);
}

/** A jetty of planks running away from us, on posts; its near end is at (0, 0). */
export const jetty = (width = 360, reach = 170) => group([
  [-0.42, 0.42].map((x) => rect(width * x - 12, -20, 24, 120, 8, barrel('#6a4426', 0.4))),
  Array.from({ length: 9 }, (_, i) => {
    const [t, u] = [i / 9, (i + 0.86) / 9];
    const half = (v) => width * (0.5 - v * 0.17);
    const y = (v) => -reach * (1 - (1 - v) ** 1.4);
    return path(`M${-half(t)} ${y(t)}L${-half(u)} ${y(u)}H${half(u)}L${half(t)} ${y(t)}Z`, linear([lighter('#b98352', 0.3), '#b98352', darker('#b98352', 0.25)]), { stroke: '#6a4426', 'stroke-width': 2 });
  }),
  rect(-width * 0.5, -3, width, 22, 5, downward('#9a6a3c', '#5a3820')),
]);
