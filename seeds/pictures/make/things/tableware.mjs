// Bowls, plates, boards, spoons and trays that hold the goods.
import { barrel, blur, clip, darker, downward, lighter, linear, pattern, plump, radial } from '../ink.mjs';
import { at, ellipse, group, line, path, rect, thing } from '../shapes.mjs';
import { gloss, turned } from './turned.mjs';

/** A bowl seen from a little above; `contents` is drawn around the middle of its rim, behind the front wall. */
export function bowl({ width = 480, height = 200, colour = '#f4efe4', inside, contents = '', stripe, foot = 0.42 }) {
  const half = width / 2;
  const rise = width * 0.13;
  const outline = turned([[half, -height], [half * 0.97, -height * 0.72], [half * 0.78, -height * 0.3], [half * foot, -height * 0.06], [half * foot, 0]], { sag: 7, rise });
  return thing(width * 0.8, height + rise, [
    ellipse(0, -height, half, rise, lighter(colour, 0.3)),
    ellipse(0, -height + 5, half - 14, rise - 9, inside ?? darker(colour, 0.22)),
    group(at(0, -height, contents)),
    path(outline, barrel(colour, 0.5)),
    stripe ? group(path(`M${-half} ${-height * 0.8}A${half} ${rise} 0 0 0 ${half} ${-height * 0.8}v26A${half} ${rise} 0 0 1 ${-half} ${-height * 0.8 + 26}Z`, stripe), { 'clip-path': clip(path(outline, '#000')) }) : '',
    gloss(outline, half * 0.94, -height * 0.8, -20, 0.5),
    path(`M${-half} ${-height}A${half} ${rise} 0 0 0 ${half} ${-height}q0 9 -6 12A${half - 6} ${rise} 0 0 1 ${-half + 6} ${-height + 12}q-6 -3 -6 -12Z`, lighter(colour, 0.55), { opacity: 0.9 }),
  ]);
}

/** A plate lying on the floor; `contents` is drawn around its middle. */
export function plate({ width = 620, colour = '#f7f3ea', rim, contents = '', flat = 0.3 }) {
  const half = width / 2;
  const depth = half * flat;
  return thing(width, depth * 2, at(0, -depth * 0.75, [
    ellipse(0, 16, half * 0.98, depth, darker(colour, 0.35)),
    ellipse(0, 0, half, depth, linear([lighter(colour, 0.7), colour, darker(colour, 0.14)])),
    rim ? ellipse(0, 0, half - 14, depth - 6, 'none', { stroke: rim, 'stroke-width': 7 }) : '',
    ellipse(0, 5, half * 0.72, depth * 0.7, linear([darker(colour, 0.16), darker(colour, 0.04), lighter(colour, 0.5)])),
    ellipse(0, 8, half * 0.7, depth * 0.66, colour),
    contents,
  ]), { flat: true });
}

const woodGrain = (colour) => pattern(220, 46, [
  line('M-10 8Q60 2 120 10T240 8', darker(colour, 0.5), 2.5, { opacity: 0.3 }),
  line('M-10 24Q40 30 110 22T240 26', darker(colour, 0.5), 2, { opacity: 0.22 }),
  line('M-10 38Q80 34 140 40T240 36', lighter(colour, 0.5), 2.5, { opacity: 0.35 }),
], 'rotate(-2)');

/** A wooden board lying on the floor, seen from a little above. */
export function board({ width = 700, depth = 150, thick = 30, colour = '#b9783f' }) {
  const half = width / 2;
  const top = `M${-half * 0.9} ${-depth - thick}H${half * 0.9}Q${half * 0.93} ${-depth - thick} ${half * 0.94} ${-depth - thick + 8}L${half} ${-thick - 12}Q${half} ${-thick} ${half - 12} ${-thick}H${-half + 12}Q${-half} ${-thick} ${-half} ${-thick - 12}L${-half * 0.94} ${-depth - thick + 8}Q${-half * 0.93} ${-depth - thick} ${-half * 0.9} ${-depth - thick}Z`;
  return thing(width, depth + thick, [
    rect(-half, -thick - 20, width, thick + 20, 14, linear([darker(colour, 0.2), darker(colour, 0.3), darker(colour, 0.5)])),
    path(top, linear([lighter(colour, 0.35), colour, darker(colour, 0.12)])),
    path(top, woodGrain(colour)),
    rect(-half + 12, -thick - 4, width - 24, 5, 2, lighter(colour, 0.5), { opacity: 0.6 }),
  ], { depth: 0.12 });
}

/** A round tray of split bamboo; `contents` is drawn around its middle. */
export function tray({ width = 700, colour = '#d7a75c', contents = '', flat = 0.3 }) {
  const half = width / 2;
  const depth = half * flat;
  const woven = pattern(28, 18, [
    rect(0, 0, 28, 18, 0, colour), rect(1, 1, 12, 7, 2, lighter(colour, 0.35)), rect(15, 10, 12, 7, 2, lighter(colour, 0.35)),
    rect(15, 1, 12, 7, 2, darker(colour, 0.18)), rect(1, 10, 12, 7, 2, darker(colour, 0.18))], 'rotate(14)');
  return thing(width, depth * 2, at(0, -depth * 0.8, [
    ellipse(0, 26, half * 0.99, depth, darker(colour, 0.55)),
    ellipse(0, 12, half, depth, barrel(darker(colour, 0.14), 0.3)),
    ellipse(0, 0, half, depth, linear([lighter(colour, 0.5), colour, darker(colour, 0.25)])),
    ellipse(0, 4, half - 24, depth - 14, darker(colour, 0.4)),
    ellipse(0, 8, half - 26, depth - 16, woven),
    ellipse(0, 8, half - 26, depth - 16, radial([['#3a1a08', 0, 0], ['#3a1a08', 0.7, 0], ['#3a1a08', 1, 0.35]], [0.5, 0.6, 0.55])),
    contents,
  ]), { flat: true });
}

/** A wooden spoon lying, its bowl to the left; `heaped` is drawn in the bowl. */
export const spoon = ({ long = 320, colour = '#b9783f', heaped = '' } = {}) => thing(long, 60, [
  group([rect(-long * 0.2, -9, long * 0.7, 18, 9, downward(lighter(colour, 0.4), darker(colour, 0.2))), ellipse(-long * 0.32, 0, long * 0.19, 34, downward(lighter(colour, 0.3), darker(colour, 0.12)))], { filter: plump(4, { depth: 0.35, cast: 0.4 }) }),
  ellipse(-long * 0.32, -1, long * 0.15, 24, downward(darker(colour, 0.42), darker(colour, 0.1))),
  at(-long * 0.32, 0, heaped),
]);

/** A wooden scoop lying, its mouth to the left. */
export const scoop = ({ long = 330, colour = '#b9783f', heaped = '' } = {}) => thing(long, 90, [
  rect(long * 0.08, -11, long * 0.42, 22, 11, downward(lighter(colour, 0.4), darker(colour, 0.25)), { filter: plump(4, { cast: 0.4 }) }),
  path(`M${-long * 0.5} -34Q${-long * 0.1} -52 ${long * 0.08} -40Q${long * 0.16} 0 ${long * 0.08} 40Q${-long * 0.2} 60 ${-long * 0.44} 44Z`, downward(lighter(colour, 0.3), colour, darker(colour, 0.3)), { filter: plump(5, { depth: 0.4, cast: 0.4 }) }),
  path(`M${-long * 0.49} -30Q${-long * 0.12} -44 ${long * 0.04} -32Q${long * 0.08} -6 ${-long * 0.1} 6T${-long * 0.47} 12Z`, downward(darker(colour, 0.5), darker(colour, 0.2))),
  at(-long * 0.26, 0, heaped),
]);

/** Steam rising from something hot. */
export const steam = (x, y, size = 1) => at(x, y, [-34, 8, 46].map((dx, i) =>
  path(`M${dx} 0Q${dx - 30} -50 ${dx} -96T${dx + 4} -190`, 'none', { stroke: '#ffffff', 'stroke-width': 20 - i * 3, 'stroke-linecap': 'round', opacity: 0.55, filter: blur(9) })), { scale: size });
