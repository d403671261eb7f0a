// Woven, dyed and stitched cloth, and what is sewn of it.
import { emoji } from '../emoji.mjs';
import { darker, lighter, linear, plump } from '../ink.mjs';
import { at, ellipse, group, line, path, thing } from '../shapes.mjs';
import { put } from '../stage.mjs';
import { folded, hung, shirt } from '../things/cloth.mjs';
import { batik, doyo, jelujur, plain, sasirangan, tenun } from '../things/motifs.mjs';

const stitchedEdge = (y, colour) => Array.from({ length: 13 }, (_, i) => at(-330 + i * 55, y, [
  [0, 72, 144, 216, 288].map((turn) => ellipse(0, -10, 7, 10, colour, { transform: `scale(1 .7) rotate(${turn})` })), ellipse(0, 0, 5, 3.6, '#f7c64a'),
  path('M16 4q12 -12 24 0q-12 10 -24 0Z', '#3f8a5a'),
]));

export const cloths = {
  'kain-doyo': () => [put(hung({ motif: doyo(), fringe: '#cdb27a' }), 480, 1030)],
  'kain-tenun': () => [
    put(folded({ width: 680, folds: 5, thick: 60, depth: 400, motif: tenun() }), 480, 1020),
  ],
  'kain-batik': () => [
    put(folded({ width: 680, folds: 3, thick: 58, depth: 330, motif: batik('#7a2a1c', '#f3c56a', '#0f6a70') }), 490, 1030),
    put(folded({ width: 640, folds: 3, thick: 58, depth: 330, motif: batik() }), 476, 856, { shadow: false }),
  ],
  'kain-sasirangan': () => [put(hung({ motif: sasirangan(), fringe: '#8e3aa0' }), 480, 1030)],
  'kain-jelujur': () => [
    put(folded({ width: 680, folds: 4, thick: 62, depth: 420, motif: jelujur() }), 470, 1010),
    put(thing(10, 10, needle()), 560, 640, { shadow: false }),
    put(emoji('1f9f5', 190, { sink: 0.02 }), 800, 1070),
  ],
  'baju': () => [put(shirt('#1f4f5e', batik('#7a2a1c', '#f3c56a', '#e8744e')), 480, 1000, { lift: 30 })],
  'kerudung': () => [
    put(folded({ width: 660, folds: 2, thick: 66, depth: 300, motif: plain('#d98aa0') }), 490, 1030),
    put(folded({ width: 640, folds: 2, thick: 66, depth: 300, motif: plain('#7fa89c') }), 476, 898, { shadow: false }),
    put(folded({ width: 630, folds: 2, thick: 66, depth: 320, motif: plain('#f0dcc0'), edge: [stitchedEdge(-166, '#c2476a'), line('M-400 -136H400', '#c2476a', 4, { 'stroke-dasharray': '10 7' })] }), 480, 766, { shadow: false }),
  ],
};

const needle = () => group([
  path('M-150 30Q-60 -40 20 6T190 90', 'none', { stroke: '#e8744e', 'stroke-width': 7, 'stroke-linecap': 'round' }),
  path('M-150 30L-330 96L-152 38Z', linear([lighter('#aab4bc', 0.4), darker('#aab4bc', 0.3)]), { stroke: '#8a949c', 'stroke-width': 6, 'stroke-linejoin': 'round', filter: plump(2, { cast: 0.5 }) }),
]);
