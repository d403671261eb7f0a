// Pineapple, melon, cocoa, nipa, tengkawang: fruit with a build of their own.
import { ball, clip, darker, dice, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { at, ellipse, group, line, path, rect, thing } from '../shapes.mjs';
import { blade } from './leaves.mjs';

/** A whole pineapple standing. */
export function pineapple({ width = 320, tall = 400, colour = '#eda32a' } = {}) {
  const [rx, ry] = [width / 2, tall / 2];
  const eyes = [];
  const rows = 11;
  for (let row = 0; row < rows; row++) {
    const y = -ry * 0.92 + row * tall * 0.92 / (rows - 1);
    const half = rx * Math.pow(Math.max(0, 1 - Math.abs(y / ry) ** 2.6), 1 / 2.2);
    for (let i = -4; i <= 4; i++) {
      const angle = (i + (row % 2) / 2) * 0.36;
      if (Math.abs(angle) < 1.45) {
        const [x, k] = [Math.sin(angle) * half, Math.cos(angle)];
        const [w, h] = [rx * 0.19 * k + 3, tall * 0.056];
        eyes.push(path(`M${(x - w).toFixed(1)} ${y.toFixed(1)}L${x.toFixed(1)} ${(y - h).toFixed(1)}L${(x + w).toFixed(1)} ${y.toFixed(1)}L${x.toFixed(1)} ${(y + h).toFixed(1)}Z`, mix(colour, row < 4 ? '#7f9a2a' : '#d9741c', 0.25 + (row % 3) * 0.08), { filter: plump(4, { shade: '#6a2c04', depth: 0.6, light: 0.45, cast: 0 }) }));
        eyes.push(ellipse(x.toFixed(1), (y + h * 0.1).toFixed(1), (w * 0.24).toFixed(1), (h * 0.2).toFixed(1), '#8a4a10', { opacity: 0.7 }));
      }
    }
  }

  const body = `M0 ${-ry}C${rx * 0.8} ${-ry} ${rx} ${-ry * 0.55} ${rx} ${ry * 0.06}C${rx} ${ry * 0.7} ${rx * 0.7} ${ry} 0 ${ry}S${-rx} ${ry * 0.7} ${-rx} ${ry * 0.06}C${-rx} ${-ry * 0.55} ${-rx * 0.8} ${-ry} 0 ${-ry}Z`;
  const crown = [-78, 78, -58, 58, -40, 40, -24, 24, -10, 12, 0].map((turn, i) =>
    at(0, -ry * 0.9, blade(tall * (0.5 + i * 0.022), 24, mix('#3f8a4a', '#8cc152', i / 14)), { turn: turn - 90 }));
  return thing(width * 0.86, tall, at(0, -ry, [
    crown,
    path(body, linear([lighter(colour, 0.2), colour, darker(colour, 0.25)]), { filter: plump(10, { shade: '#5a2a08', depth: 0.5, light: 0.3, cast: 0.3 }) }),
    group(eyes, { 'clip-path': clip(path(body, '#000')) }),
    path(body, radial([['#ffffff', 0, 0.34], ['#ffffff', 0.35, 0], ['#3a1404', 0.62, 0], ['#3a1404', 1, 0.55]])),
  ]), { depth: 0.18 });
}

/** A whole watermelon lying. */
export function melon(size = 420) {
  const [rx, ry] = [size / 2, size * 0.43];
  const body = `M${-rx} 0A${rx} ${ry} 0 1 0 ${rx} 0A${rx} ${ry} 0 1 0 ${-rx} 0Z`;
  const stripes = [-0.95, -0.55, -0.18, 0.2, 0.58, 0.95].map((k) => {
    const zig = Array.from({ length: 12 }, (_, i) => {
      const t = i / 11;
      const x = -rx + t * size;
      const y = k * ry * Math.sin(Math.PI * t) * 0.92;
      return `L${x.toFixed(1)} ${(y + (i % 2 ? 12 : -10)).toFixed(1)}`;
    }).join('');
    return path(`M${-rx} 0${zig}`, 'none', { stroke: '#1c4a24', 'stroke-width': 30 - Math.abs(k) * 14, 'stroke-linejoin': 'round', opacity: 0.9 });
  });
  return thing(size * 0.84, ry * 2, at(0, -ry, [
    path(body, ball('#5aa04a', 0.4), { filter: plump(12, { shade: '#0c240c', depth: 0.5, light: 0.3, cast: 0.2 }) }),
    group(stripes, { 'clip-path': clip(path(body, '#000')) }),
    path(body, radial([['#ffffff', 0, 0.4], ['#ffffff', 0.3, 0], ['#0c240c', 0.6, 0], ['#0c240c', 1, 0.55]])),
    line(`M${rx * 0.96} -6q26 -8 34 -30`, '#6b5a2a', 10),
  ]), { depth: 0.2 });
}

/** A wedge of watermelon standing on its rind. */
export function melonWedge(size = 340) {
  const s = size;
  const seeds = [[-0.2, -0.3], [0, -0.24], [0.2, -0.3], [-0.1, -0.42], [0.12, -0.43], [0, -0.58], [-0.28, -0.18], [0.29, -0.19], [0.06, -0.7]];
  return thing(s * 0.8, s * 0.9, [
    path(`M${-s * 0.5} ${-s * 0.16}Q0 ${s * 0.2} ${s * 0.5} ${-s * 0.16}L${s * 0.04} ${-s * 0.94}Q0 ${-s * 0.98} ${-s * 0.04} ${-s * 0.94}Z`, linear(['#3f8a3a', '#2a6a2c']), { filter: plump(7, { shade: '#0c240c', cast: 0.3 }) }),
    path(`M${-s * 0.47} ${-s * 0.18}Q0 ${s * 0.14} ${s * 0.47} ${-s * 0.18}L${s * 0.03} ${-s * 0.92}Q0 ${-s * 0.95} ${-s * 0.03} ${-s * 0.92}Z`, '#eaf5cf'),
    path(`M${-s * 0.43} ${-s * 0.22}Q0 ${s * 0.07} ${s * 0.43} ${-s * 0.22}L${s * 0.02} ${-s * 0.91}Q0 ${-s * 0.94} ${-s * 0.02} ${-s * 0.91}Z`, linear(['#ff7a70', '#ec3f4a', '#cf2a3c']), { filter: plump(8, { shade: '#7a0c1c', depth: 0.35, light: 0.3, cast: 0 }) }),
    seeds.map(([x, y]) => ellipse(s * x, s * y, 7, 11, '#2a1410', { transform: `rotate(${x * 60} ${s * x} ${s * y})` })),
  ]);
}

/** A cocoa pod lying; `open` shows its pulp and beans. */
export function cocoaPod({ long = 460, colour = '#eab02c', open = false } = {}) {
  const [l, t] = [long, long * 0.4];
  const outline = `M${-l * 0.48} 0Q${-l * 0.4} ${-t * 0.52} 0 ${-t * 0.52}Q${l * 0.34} ${-t * 0.5} ${l * 0.52} ${t * 0.04}Q${l * 0.34} ${t * 0.52} 0 ${t * 0.52}Q${-l * 0.4} ${t * 0.5} ${-l * 0.48} 0Z`;
  const roll = dice(6);
  const beans = [[-0.3, -0.02], [-0.17, -0.1], [-0.15, 0.12], [-0.02, -0.12], [0, 0.11], [0.12, -0.06], [0.15, 0.11], [0.26, 0.02], [-0.05, 0]].map(([x, y]) =>
    at(x * l, y * l, ellipse(0, 0, l * 0.082, l * 0.056, ball('#f7efe2', 0.4), { filter: plump(5, { shade: '#8a5a5a', depth: 0.4, light: 0.4, cast: 0.35 }) }), { turn: roll.between(-30, 30) }));
  return group([
    path(outline, downward(lighter(colour, 0.3), colour, darker(colour, 0.32)), { filter: plump(9, { shade: '#5a2a04', depth: 0.5, light: 0.35, cast: 0.4 }) }),
    open ? [
      path(outline, '#f3e2b4', { transform: 'scale(.9 .84)' }), path(outline, darker('#e9d0a0', 0.12), { transform: 'scale(.8 .68)' }), beans,
    ] : [-0.32, -0.1, 0.14, 0.34].map((y) => path(`M${-l * 0.44} ${t * y * 0.2}Q0 ${t * y * 2.2} ${l * 0.46} ${t * (y * 0.3 + 0.03)}`, 'none', { stroke: darker(colour, 0.35), 'stroke-width': 7, opacity: 0.45 })),
    rect(-l * 0.54, -8, l * 0.08, 16, 6, '#7a5a2a'),
  ]);
}

/** A tengkawang fruit: a nut with long wings, standing on the nut. */
export const wingedNut = (size = 150) => group([
  [[-30, 1.5], [-13, 1.75], [5, 1.8], [22, 1.55], [38, 1.1]].map(([turn, k]) => at(0, -size * 0.5, [
    path(`M0 0Q${-size * 0.3} ${-size * k * 0.7} ${-size * 0.05} ${-size * k}Q${size * 0.26} ${-size * k * 0.8} 0 0Z`, linear(['#d98a52', '#b0562c', '#8a3c1e']), { filter: plump(5, { cast: 0.3 }) }),
    line(`M0 0Q${-size * 0.04} ${-size * k * 0.6} 0 ${-size * k * 0.9}M0 0Q${size * 0.08} ${-size * k * 0.5} ${size * 0.07} ${-size * k * 0.8}`, '#6a2a14', 2.5, { opacity: 0.45 }),
  ], { turn })),
  path(`M0 ${-size * 0.78}Q${size * 0.4} ${-size * 0.7} ${size * 0.36} ${-size * 0.3}Q${size * 0.26} 0 0 0T${-size * 0.36} ${-size * 0.3}Q${-size * 0.4} ${-size * 0.7} 0 ${-size * 0.78}Z`, ball('#7a4a2a', 0.4), { filter: plump(8, { cast: 0.4 }) }),
]);

/** A round head of nipa fruit: many ridged wedges around a middle. */
export function nipaHead(size = 300) {
  const roll = dice(3);
  const wedges = [];
  for (const [ring, count, reach] of [[0, 13, 0.4], [1, 9, 0.25], [2, 5, 0.1]]) {
    for (let i = 0; i < count; i++) {
      const angle = i / count * 360 + ring * 20;
      const tone = mix('#6b3a22', '#b0743f', roll.between(0, 0.8));
      wedges.push(group(path(`M0 ${-size * reach}Q${-size * 0.1} ${-size * (reach - 0.03)} ${-size * 0.085} ${-size * (reach + 0.06)}L0 ${-size * (reach + 0.13)}L${size * 0.085} ${-size * (reach + 0.06)}Q${size * 0.1} ${-size * (reach - 0.03)} 0 ${-size * reach}Z`, linear([lighter(tone, 0.3), tone, darker(tone, 0.3)]), { filter: plump(6, { depth: 0.5, light: 0.4, cast: 0.35 }) }), { transform: `rotate(${angle})` }));
    }
  }

  return thing(size * 0.8, size, at(0, -size * 0.5, [rect(-14, -size * 0.86, 28, size * 0.5, 10, linear(['#a8a05a', '#6b642e'])), ellipse(0, 0, size * 0.42, size * 0.42, '#4a2414'), wedges, ellipse(0, 0, size * 0.1, size * 0.1, ball('#8a562e', 0.4), { filter: plump(5) })]));
}
