// Bread, noodles and balls of dough or fish.
import { ball, darker, downward, mix, plump, radial } from '../ink.mjs';
import { ellipse, group, path } from '../shapes.mjs';

/** A soft square bun with a glossy brown top; its foot is at (0, 0). Buns further back are a little darker. */
export const bun = (row = 0) => group([
  path('M-98 -20Q-104 -132 -50 -150Q0 -164 50 -150Q104 -132 98 -20Q98 2 70 4H-70Q-98 2 -98 -20Z', radial([['#f3bd6c', 0], ['#c9792c', 0.45], [darker('#9a4c16', row * 0.08), 1]], [0.4, 0.2, 0.9]), { filter: plump(12, { shade: '#5a2208', depth: 0.45, light: 0.3, cast: 0.4 }) }),
  path('M-96 -52Q0 -30 96 -52Q99 -10 86 0Q70 4 0 5T-86 0Q-99 -10 -96 -52Z', downward('#f0cf92', '#e8bd78'), { opacity: 0.9 }),
  ellipse(-30, -126, 38, 14, '#fff3d2', { opacity: 0.65, transform: 'rotate(-8 -30 -126)' }),
]);

/** A nest of dried noodles lying; its foot is at (0, 0). */
export function noodleNest(roll, size = 120) {
  const strands = Array.from({ length: 46 }, (_, i) => {
    const [rx, ry] = [size * roll.between(0.35, 0.96), size * roll.between(0.14, 0.4)];
    const tone = mix('#f0c860', roll() < 0.5 ? '#fff0bd' : '#b9781f', roll.between(0.05, 0.6));
    return ellipse(roll.between(-6, 6).toFixed(1), (-size * 0.4 - i * 0.5).toFixed(1), rx.toFixed(1), ry.toFixed(1), 'none', { stroke: tone, 'stroke-width': size * 0.045, transform: `rotate(${roll.between(-12, 12).toFixed(1)} 0 ${-size * 0.4})` });
  });
  return group([ellipse(0, -size * 0.34, size, size * 0.44, '#c08526'), strands, ellipse(0, -size * 0.56, size * 0.26, size * 0.1, '#7a4c12', { opacity: 0.55 })],
    { filter: plump(size * 0.08, { shade: '#6a3a08', depth: 0.4, light: 0.3, cast: 0.4 }) });
}

/** A pale ball of fish or meat. */
export const fishBall = (roll, size = 50) => [
  ellipse(0, 0, size, size * 0.95, ball(roll.pick(['#f3ece0', '#efe4d4', '#f6f0e8']), 0.5), { filter: plump(size * 0.13, { shade: '#5a6a84', depth: 0.4, light: 0.4, cast: 0.3 }) }),
  ellipse(-size * 0.3, -size * 0.35, size * 0.26, size * 0.15, '#ffffff', { opacity: 0.8, transform: 'rotate(-30)' }),
];
