// Cloth: folded in a stack, hung over a rod, cut as a shirt. The motif is a paint.
import { barrel, blur, clip, darker, downward, lighter, linear, plump } from '../ink.mjs';
import { ellipse, group, line, path, rect, thing } from '../shapes.mjs';

/** Cloth folded several times, its long fold towards us; `motif` paints it, `edge` lies on the top face near the front. */
export function folded({ width = 660, folds = 4, thick = 54, depth = 250, motif, edge = '', slant = 0.3 }) {
  const half = width / 2;
  const top = -folds * thick;
  const aside = depth * slant;
  const bars = Array.from({ length: folds }, (_, i) => {
    const y = -(i + 1) * thick;
    const inset = i % 2 ? 6 : 0;
    return group([
      rect(-half - aside / 2 + inset, y, width - inset * 2, thick, thick * 0.42, motif),
      rect(-half - aside / 2 + inset, y, width - inset * 2, thick, thick * 0.42, downward(['#ffffff', 0, 0.3], ['#ffffff', 0.35, 0.06], ['#2a1020', 0.62, 0.08], ['#2a1020', 1, 0.6])),
    ]);
  });
  const face = `M${-half - aside / 2 + 4} ${top + 14}Q${-half - aside / 2} ${top} ${-half - aside / 2 + 12} ${top - 8}L${-half + aside / 2} ${top - depth * 0.62}Q${-half + aside / 2 + 8} ${top - depth * 0.66} ${-half + aside / 2 + 26} ${top - depth * 0.66}H${half + aside / 2 - 10}Q${half + aside / 2 + 8} ${top - depth * 0.66} ${half + aside / 2} ${top - depth * 0.62}L${half - aside / 2} ${top - 4}Q${half - aside / 2} ${top + 20} ${half - aside / 2 - 20} ${top + 22}H${-half - aside / 2 + 20}Z`;
  return thing(width + aside * 0.6, folds * thick + depth * 0.6, [
    path(`M${half - aside / 2 - 6} ${top}L${half + aside / 2} ${top - depth * 0.62}V${-depth * 0.6}L${half - aside / 2 - 6} -8Z`, motif),
    path(`M${half - aside / 2 - 6} ${top}L${half + aside / 2} ${top - depth * 0.62}V${-depth * 0.6}L${half - aside / 2 - 6} -8Z`, '#2a1020', { opacity: 0.5 }),
    Array.from({ length: folds - 1 }, (_, i) => line(`M${half - aside / 2} ${-(i + 1) * thick}l${aside} ${-depth * 0.6}`, '#2a1020', 6, { opacity: 0.35 })),
    bars,
    group([
      group(rect(-200, -40, width + 600, depth + 160, 0, motif), { transform: `matrix(1,0,${-slant},.66,${-half + aside * 0.5 - 100},${top - depth * 0.66})` }),
      path(face, linear([['#ffffff', 0, 0.2], ['#ffffff', 0.4, 0.02], ['#2a1020', 1, 0.24]], [0, 0, 1, 0.6])),
      edge,
    ], { 'clip-path': clip(path(face, '#000')) }),
    path(face, 'none', { stroke: '#ffffff', 'stroke-width': 3, opacity: 0.18 }),
  ], { depth: 0.1 });
}

/** Cloth hung over a rod on a stand, with a fringe. */
export function hung({ width = 560, tall = 700, motif, fringe = '#e9d9b4', rod = '#8a5a34' }) {
  const half = width / 2;
  const [top, hem] = [-tall, -70];
  const cloth = `M${-half} ${top - 16}Q${-half} ${top - 30} ${-half + 18} ${top - 30}H${half - 18}Q${half} ${top - 30} ${half} ${top - 16}L${half + 6} ${hem}Q${half * 0.7} ${hem + 12} ${half * 0.4} ${hem}T${-half * 0.2} ${hem + 2}T${-half * 0.7} ${hem}T${-half - 6} ${hem}Z`;
  const folds = [-0.72, -0.36, 0.04, 0.44, 0.8].map((x, i) => path(`M${half * x} ${top}Q${half * (x + 0.06)} ${-tall * 0.5} ${half * (x - 0.02)} ${hem + 20}`, 'none', { stroke: i % 2 ? '#ffffff' : '#2a1020', 'stroke-width': 44, opacity: i % 2 ? 0.2 : 0.24, filter: blur(18) }));
  const threads = Array.from({ length: Math.round(width / 9) }, (_, i) => line(`M${-half + 4 + i * 9} ${hem}q${i % 3 - 1} 24 ${i % 2 ? 2 : -2} 46`, i % 3 ? fringe : darker(fringe, 0.25), 4));
  const post = (x) => [rect(x - 15, top - 40, 30, tall + 40, 10, barrel(rod, 0.4)), rect(x - 56, -20, 112, 22, 10, barrel(darker(rod, 0.1), 0.4))];
  return thing(width + 140, tall, [
    post(-half - 62), post(half + 62),
    path(`M${-half + 26} ${top}H${half + 22}L${half + 22} ${hem - 60}H${-half + 26}Z`, motif), path(`M${-half + 26} ${top}H${half + 22}L${half + 22} ${hem - 60}H${-half + 26}Z`, '#2a1020', { opacity: 0.5 }),
    rect(-half - 96, top - 34, width + 192, 34, 17, downward(lighter(rod, 0.45), rod, darker(rod, 0.4)), { filter: plump(4, { cast: 0.3 }) }),
    threads,
    path(cloth, motif, { filter: plump(8, { depth: 0.35, light: 0.2, cast: 0.35 }) }),
    group([folds, path(cloth, downward(['#ffffff', 0, 0.34], ['#ffffff', 0.06, 0.02], ['#2a1020', 0.09, 0.16], ['#2a1020', 0.16, 0], ['#2a1020', 1, 0.12]))], { 'clip-path': clip(path(cloth, '#000')) }),
  ], { depth: 0.08 });
}

/** A short-sleeved shirt on a hanger; `motif` paints the front panel. */
export function shirt(colour, motif) {
  const body = 'M-130 -640Q0 -590 130 -640L200 -610Q300 -560 330 -390L222 -352Q214 -400 196 -430Q214 -200 216 -20Q0 20 -216 -20Q-214 -200 -196 -430Q-214 -400 -222 -352L-330 -390Q-300 -560 -200 -610Z';
  return thing(430, 640, [
    path('M0 -690Q-4 -740 26 -744Q56 -742 48 -712Q40 -698 20 -690', 'none', { stroke: '#8a8f94', 'stroke-width': 11, 'stroke-linecap': 'round' }),
    path('M0 -700L-210 -600H210Z', 'none', { stroke: '#b9783f', 'stroke-width': 22, 'stroke-linejoin': 'round' }),
    path('M-130 -640Q0 -660 130 -640Q60 -560 0 -540Q-60 -560 -130 -640Z', darker(colour, 0.4)),
    path(body, linear([lighter(colour, 0.3), colour, darker(colour, 0.25)]), { filter: plump(12, { depth: 0.4, light: 0.3, cast: 0.3 }) }),
    group([
      path('M-76 -626L-96 40H96L76 -626L0 -540Z', motif),
      path('M-76 -626L-96 40M76 -626L96 40', 'none', { stroke: '#f7b92e', 'stroke-width': 7 }),
      [[-150, -300], [130, -260], [-40, -200], [60, -340]].map(([x, y]) => path(`M${x} ${y}q20 150 -6 320`, 'none', { stroke: '#2a1020', 'stroke-width': 26, opacity: 0.16, filter: blur(12) })),
      path('M-216 -60Q0 -20 216 -60V30H-216Z', '#2a1020', { opacity: 0.12 }),
    ], { 'clip-path': clip(path(body, '#000')) }),
    path('M0 -540L-62 -566Q-110 -600 -130 -644Q-100 -676 -84 -670Q-50 -610 0 -580Q50 -610 84 -670Q100 -676 130 -644Q110 -600 62 -566Z', linear([lighter(colour, 0.35), colour]), { filter: plump(5, { cast: 0.4 }) }),
    [-480, -390, -300, -210, -120].map((y) => [ellipse(0, y, 10, 10, '#fdf7ea', { filter: plump(2) }), ellipse(-3, y, 1.6, 1.6, '#6a5a4a'), ellipse(3, y, 1.6, 1.6, '#6a5a4a')]),
    path('M-322 -396L-226 -360M322 -396L226 -360', 'none', { stroke: '#f7b92e', 'stroke-width': 8 }),
  ]);
}
