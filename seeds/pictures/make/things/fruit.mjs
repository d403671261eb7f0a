// Fruit of Kalimantan's gardens, whole and opened.
import { ball, darker, dice, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { at, ellipse, group, line, path, thing } from '../shapes.mjs';

/** One banana hanging from (0, 0), bent to the right. */
const banana = (long, colour, ripe) => group([
  path(`M-8 -6Q-18 ${long * 0.05} -${long * 0.14} ${long * 0.3}Q-${long * 0.12} ${long * 0.75} ${long * 0.2} ${long * 0.97}l${long * 0.05} -${long * 0.03}q${long * 0.02} -${long * 0.03} 0 -${long * 0.05}Q${long * 0.1} ${long * 0.66} ${long * 0.12} ${long * 0.34}Q${long * 0.12} ${long * 0.1} 12 -4Z`, linear([lighter(colour, 0.4), colour, darker(colour, 0.22)]), { filter: plump(long * 0.03, { shade: '#8a5208', depth: 0.5, light: 0.4, cast: 0.4 }) }),
  path(`M0 ${long * 0.06}Q-${long * 0.06} ${long * 0.5} ${long * 0.2} ${long * 0.92}`, 'none', { stroke: darker(colour, 0.22), 'stroke-width': long * 0.014, opacity: 0.6 }),
  path(`M-8 -8L12 -6L8 ${long * 0.09}Q-4 ${long * 0.1} -14 ${long * 0.08}Z`, mix(ripe, '#8a8a2a', 0.5)),
  ellipse(long * 0.225, long * 0.945, long * 0.03, long * 0.022, '#4a3418', { transform: `rotate(-30 ${long * 0.225} ${long * 0.945})` }),
]);

/** A hand of bananas standing on its tips' side, the stalk above. */
export function bananaHand({ count = 5, long = 420, colour = '#f8c52c', ripe = '#a9a334' } = {}) {
  const fan = Array.from({ length: count }, (_, i) => {
    const turn = 34 - i * 68 / Math.max(1, count - 1);
    return { turn, order: Math.abs(turn) };
  }).sort((a, b) => b.order - a.order);
  return thing(long * 1.05, long, at(0, -long * 0.96, [
    fan.map(({ turn }) => at(0, 0, banana(long, turn < 0 ? darker(colour, 0.05) : colour, ripe), { turn })),
    path(`M-34 14Q-30 -24 -14 -50L-18 -${long * 0.2}H22L18 -50Q34 -22 36 14Q0 34 -34 14Z`, linear([lighter(ripe, 0.3), ripe, darker(ripe, 0.35)])),
    ellipse(2, -long * 0.2, 20, 7, '#6b5a2a'),
  ]), { depth: 0.14 });
}

/** Thorns set in rows over a round rind, each a small pyramid lit from the left. */
function thorns(rx, ry, size, colour) {
  const roll = dice(9);
  const rows = [];
  for (let y = -ry; y <= ry * 1.02; y += size * 0.82) {
    const half = rx * Math.sqrt(Math.max(0, 1 - (y / ry) ** 2));
    const count = Math.max(1, Math.round(half * 2 / size));
    for (let i = 0; i <= count; i++) {
      const angle = (i / count - 0.5) * Math.PI * 0.98;
      const x = Math.sin(angle) * half;
      const k = size * (0.62 + 0.4 * Math.cos(angle));
      const [tipX, tipY] = [x * 1.05 + roll.between(-3, 3), y * 1.05 - k * 0.18];
      const wide = k * (0.35 + 0.3 * Math.cos(angle));
      rows.push([
        path(`M${(x - wide).toFixed(1)} ${(y + k * 0.42).toFixed(1)}L${tipX.toFixed(1)} ${(tipY - k * 0.5).toFixed(1)}L${tipX.toFixed(1)} ${(y + k * 0.5).toFixed(1)}Z`, lighter(colour, 0.26)),
        path(`M${tipX.toFixed(1)} ${(tipY - k * 0.5).toFixed(1)}L${(x + wide).toFixed(1)} ${(y + k * 0.42).toFixed(1)}L${tipX.toFixed(1)} ${(y + k * 0.5).toFixed(1)}Z`, darker(colour, 0.2)),
      ]);
    }
  }

  return rows;
}

/** A whole thorny fruit (durian, lai). */
export function thornyFruit({ width = 440, tall = 480, colour = '#8da63a', thorn = 50, stalk = '#6b4a26' } = {}) {
  const [rx, ry] = [width / 2, tall / 2];
  const spikes = Array.from({ length: 44 }, (_, i) => {
    const angle = i / 44 * Math.PI * 2;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const side = 0.075;
    return `M${Math.cos(angle - side) * rx * 0.97} ${Math.sin(angle - side) * ry * 0.97}L${x * rx * 1.09} ${y * ry * 1.09}L${Math.cos(angle + side) * rx * 0.97} ${Math.sin(angle + side) * ry * 0.97}Z`;
  }).join('');
  return thing(width * 0.82, tall, at(0, -ry * 1.03, [
    path(`M-14 ${-ry * 0.96}Q-10 ${-ry * 1.14} -18 ${-ry * 1.26}H20Q10 ${-ry * 1.12} 16 ${-ry * 0.96}Z`, linear([lighter(stalk, 0.3), stalk, darker(stalk, 0.3)])),
    path(spikes, darker(colour, 0.16)),
    ellipse(0, 0, rx, ry, ball(colour, 0.4)),
    thorns(rx * 0.97, ry * 0.97, thorn, colour),
    ellipse(0, 0, rx * 1.06, ry * 1.06, radial([['#ffffff', 0, 0.28], ['#ffffff', 0.35, 0], ['#2a1a08', 0.62, 0], ['#2a1a08', 1, 0.5]])),
  ]), { depth: 0.2 });
}

/** A boat-shaped piece of rind with lobes of flesh in it; lying. */
export function openedSegment({ width = 420, rind = '#8da63a', pith = '#f6eccb', flesh = '#f8dd7c' } = {}) {
  const half = width / 2;
  const edge = Array.from({ length: 13 }, (_, i) => {
    const t = i / 12;
    const [x, y] = [half - t * width, Math.sin(t * Math.PI) * width * 0.26];
    return `L${x + width * 0.03} ${y}L${x - width * 0.01} ${y + width * 0.055}`;
  }).join('');
  const lobe = (x, y, size, turn) => at(x, y, [
    ellipse(0, 0, size, size * 0.7, ball(flesh, 0.6), { filter: plump(size * 0.12, { shade: '#9a5a08', depth: 0.45, light: 0.4, cast: 0.3 }) }),
    ellipse(-size * 0.3, -size * 0.26, size * 0.32, size * 0.13, '#ffffff', { opacity: 0.5 }),
    path(`M${-size * 0.5} ${size * 0.25}Q0 ${size * 0.5} ${size * 0.6} ${size * 0.16}`, 'none', { stroke: darker(flesh, 0.25), 'stroke-width': 4, opacity: 0.35 }),
  ], { turn });
  return thing(width * 0.9, width * 0.5, at(0, -width * 0.28, [
    path(`M${half} -6${edge}L${-half} -6Z`, linear([lighter(rind, 0.2), rind, darker(rind, 0.3)], [0, 0, 1, 1]), { filter: plump(7, { shade: '#2a2a08', depth: 0.5, cast: 0.3 }) }),
    path(`M${-half} -6Q0 ${-width * 0.3} ${half} -6Q0 ${width * 0.3} ${-half} -6Z`, downward(darker(pith, 0.12), pith)),
    path(`M${-half * 0.82} -6Q0 ${-width * 0.23} ${half * 0.82} -6Q0 ${width * 0.21} ${-half * 0.82} -6Z`, darker(pith, 0.2)),
    lobe(-width * 0.2, -width * 0.03, width * 0.15, -8), lobe(width * 0.2, -width * 0.03, width * 0.145, 10), lobe(0, -width * 0.05, width * 0.165, 0),
  ]));
}

/** A small round fruit with a stalk end, e.g. langsat. */
export const berry = (size, colour) => group([
  ellipse(0, 0, size, size * 1.05, ball(colour, 0.55), { filter: plump(size * 0.12, { shade: '#7a5a20', depth: 0.35, light: 0.3, cast: 0.4 }) }),
  ellipse(size * 0.1, -size * 0.86, size * 0.2, size * 0.1, '#7a6238'),
  ellipse(-size * 0.32, -size * 0.36, size * 0.2, size * 0.13, '#ffffff', { opacity: 0.6, transform: `rotate(-30)` }),
]);

/** A rambutan: red with soft hairs. */
export function rambutan(roll, size = 66) {
  const hairs = Array.from({ length: 70 }, () => {
    const [angle, reach] = [roll.between(0, 6.28), Math.sqrt(roll()) * size];
    const [x, y] = [Math.cos(angle) * reach, Math.sin(angle) * reach];
    const k = 0.25 + reach / size * 0.32;
    return line(`M${x.toFixed(1)} ${y.toFixed(1)}q${(x * k * 0.5 + 4).toFixed(1)} ${(y * k * 0.5 - 6).toFixed(1)} ${(x * k + roll.between(-8, 8)).toFixed(1)} ${(y * k + roll.between(-4, 8)).toFixed(1)}`, roll() < 0.4 ? '#c9c25a' : mix('#e0404a', '#ff9a8a', roll()), 4.5);
  });
  return group([ellipse(0, 0, size, size * 1.04, ball('#cf2230', 0.35), { filter: plump(size * 0.1, { cast: 0.4 }) }), hairs]);
}

/** Half a coconut, its hollow towards us. */
export const coconutHalf = (size = 300) => thing(size * 0.84, size * 0.9, at(0, -size * 0.45, [
  ellipse(0, 0, size * 0.48, size * 0.45, ball('#7a4a28', 0.3), { filter: plump(size * 0.04, { depth: 0.5, light: 0.25, cast: 0.2 }) }),
  Array.from({ length: 46 }, (_, i) => {
    const [c, s] = [Math.cos(i / 46 * 6.283), Math.sin(i / 46 * 6.283)];
    return line(`M${c * size * 0.44} ${s * size * 0.41}L${c * size * 0.485} ${s * size * 0.455}`, i % 2 ? '#a8713f' : '#4f2c14', 5, { opacity: 0.55 });
  }),
  ellipse(-size * 0.02, -size * 0.01, size * 0.41, size * 0.38, '#4f2c14'),
  ellipse(-size * 0.02, -size * 0.01, size * 0.395, size * 0.365, radial(['#ffffff', '#fbf7ec', '#e6dccb'])),
  ellipse(size * 0.0, size * 0.01, size * 0.285, size * 0.26, radial([['#d8ccb8', 0], ['#f3ecdf', 0.75], ['#fdfaf3', 1]], [0.4, 0.25, 0.8])),
  ellipse(-size * 0.27, -size * 0.2, size * 0.1, size * 0.035, '#ffffff', { opacity: 0.9, transform: `rotate(-42 ${-size * 0.27} ${-size * 0.2})` }),
]), { depth: 0.16 });

/** A whole brown coconut with its fibres. */
export const coconut = (size = 280) => thing(size * 0.82, size * 0.9, at(0, -size * 0.45, [
  ellipse(0, 0, size * 0.46, size * 0.45, ball('#8a562e', 0.4), { filter: plump(size * 0.05, { depth: 0.55, light: 0.2, cast: 0.2 }) }),
  Array.from({ length: 70 }, (_, i) => {
    const roll = dice(i + 5);
    const [angle, reach] = [roll.between(0, 6.28), Math.sqrt(roll()) * 0.4];
    const [x, y] = [Math.cos(angle) * reach * size, Math.sin(angle) * reach * size];
    return line(`M${x.toFixed(1)} ${y.toFixed(1)}q${(x * 0.06).toFixed(1)} ${(size * 0.03).toFixed(1)} ${(x * 0.12).toFixed(1)} ${(size * 0.07).toFixed(1)}`, roll() < 0.5 ? '#b98352' : '#54301a', 4, { opacity: 0.5 });
  }),
  [[-0.12, -0.14], [0.06, -0.19], [-0.01, -0.04]].map(([x, y]) => ellipse(x * size, y * size, size * 0.045, size * 0.04, '#3a1e0c')),
]));
