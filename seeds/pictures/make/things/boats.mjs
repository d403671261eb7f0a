// The long river boats (ces, ketinting), seen from the side.
import { barrel, clip, darker, downward, lighter, linear, plump } from '../ink.mjs';
import { ellipse, group, line, path, rect } from '../shapes.mjs';

/** A long narrow boat with a light roof on posts, its keel at y = 0, bow to the right. */
export function longboat({ long = 800, hull = '#8a5430', trim = '#0b5259', roof = '#c63b26', motor = false } = {}) {
  const h = long / 2;
  const body = `M${-h} ${-long * 0.15}Q${-h * 0.6} ${-long * 0.085} 0 ${-long * 0.085}Q${h * 0.6} ${-long * 0.085} ${h * 1.04} ${-long * 0.21}Q${h * 0.86} ${-long * 0.02} ${h * 0.5} 0H${-h * 0.62}Q${-h * 0.92} ${-long * 0.03} ${-h} ${-long * 0.15}Z`;
  const posts = [-0.5, -0.22, 0.06, 0.34].map((x) => rect(h * x - 5, -long * 0.27, 10, long * 0.19, 4, barrel('#6a3a1c', 0.4)));
  const seats = [-0.36, -0.08, 0.2].map((x) => [rect(h * x - 34, -long * 0.135, 68, 12, 5, downward('#e0ac6a', '#9a6430')), rect(h * x - 30, -long * 0.17, 9, 40, 4, '#b07a42')]);
  return group([
    path(`M${-h * 0.98} ${-long * 0.15}Q${-h * 0.6} ${-long * 0.11} 0 ${-long * 0.11}Q${h * 0.6} ${-long * 0.11} ${h * 1.02} ${-long * 0.2}Q${h * 0.6} ${-long * 0.07} 0 ${-long * 0.07}T${-h * 0.98} ${-long * 0.15}Z`, darker(hull, 0.5)),
    seats, posts,
    path(`M${-h * 0.62} ${-long * 0.262}Q${-h * 0.6} ${-long * 0.3} ${-h * 0.52} ${-long * 0.304}Q${-h * 0.06} ${-long * 0.33} ${h * 0.38} ${-long * 0.304}Q${h * 0.46} ${-long * 0.3} ${h * 0.48} ${-long * 0.262}Q${-h * 0.06} ${-long * 0.286} ${-h * 0.62} ${-long * 0.262}Z`, downward(lighter(roof, 0.3), roof, darker(roof, 0.3)), { filter: plump(5, { cast: 0.35 }) }),
    path(body, downward(lighter(hull, 0.3), hull, darker(hull, 0.4)), { filter: plump(8, { shade: '#2a1206', depth: 0.45, light: 0.35, cast: 0.3 }) }),
    group([
      path(`M${-h * 1.02} ${-long * 0.145}Q${-h * 0.6} ${-long * 0.06} 0 ${-long * 0.06}T${h * 1.05} ${-long * 0.19}l0 30Q${h * 0.6} ${-long * 0.032} 0 ${-long * 0.034}T${-h * 1.02} ${-long * 0.115}Z`, trim),
      line(`M${-h} ${-long * 0.118}Q${-h * 0.6} ${-long * 0.026} 0 ${-long * 0.026}T${h * 1.04} ${-long * 0.15}`, '#fdf2d8', 5, { opacity: 0.85 }),
    ], { 'clip-path': clip(path(body, '#000')) }),
    motor ? [line(`M${-h * 0.9} ${-long * 0.16}L${-h * 1.26} ${long * 0.01}`, '#5a646c', 11), rect(-h * 0.96, -long * 0.205, 76, 48, 12, linear(['#e8584a', '#a82a20']), { filter: plump(4, { cast: 0.3 }) }), rect(-h * 0.92, -long * 0.225, 42, 18, 6, '#3a444c'), ellipse(-h * 1.26, long * 0.01, 16, 7, '#3a444c')] : '',
    rect(h * 0.985, -long * 0.235, 12, 30, 5, barrel(trim, 0.4), { transform: `rotate(24 ${h} ${-long * 0.21})` }),
  ]);
}
