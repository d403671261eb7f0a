// Fresh fruit.
import { dice } from '../ink.mjs';
import { at, group, line, thing } from '../shapes.mjs';
import { put } from '../stage.mjs';
import { bananaHand, berry, openedSegment, rambutan, thornyFruit } from '../things/fruit.mjs';
import { tangerine } from '../things/garden.mjs';
import { blade, sprig } from '../things/leaves.mjs';
import { melon, melonWedge, pineapple } from '../things/orchard.mjs';
import { citrusFace } from '../things/spices.mjs';

export const fruits = {
  'pisang-tandan': () => [put(bananaHand({ count: 5, long: 620 }), 430, 1030)],
  'durian': () => [
    put(thornyFruit({ width: 520, tall: 560, thorn: 58 }), 400, 985),
    put(openedSegment({ width: 470 }), 680, 1070),
  ],
  'lai': () => [
    put(thornyFruit({ width: 420, tall: 470, colour: '#e39a24', thorn: 46 }), 640, 930),
    put(openedSegment({ width: 560, rind: '#e39a24', pith: '#f9ecc2', flesh: '#f0781c' }), 400, 1060),
  ],
  'nanas': () => [put(pineapple({ width: 400, tall: 500 }), 480, 1030)],
  'jeruk': () => [
    put(thing(230, 200, tangerine(130, '#f39a24', '#7fa03a')), 330, 900), put(thing(230, 200, tangerine(132, '#f5a52c', '#8aa83a')), 590, 890),
    put(thing(240, 200, [tangerine(140, '#f08a1c', '#6f9a34'), at(6, -250, blade(130, 36, '#3f8a34'), { turn: -24 })]), 460, 1010),
    put(thing(210, 60, at(0, -110, citrusFace(120, '#f08a1c', '#f5922a'), { wide: 0.94 })), 715, 1040),
  ],
  'semangka': () => [put(melon(600), 500, 960), put(melonWedge(360), 300, 1060)],
  'langsat-rambutan': () => {
    const roll = dice(7);
    const langsat = [[-60, -330], [40, -340], [-120, -250], [-16, -262], [84, -256], [-150, -160], [-52, -172], [48, -166], [132, -164], [-100, -84], [0, -84], [96, -80], [-50, -10], [50, -8]];
    return [
      put(sprig({ long: 250, leaves: 3, size: 130 }), 320, 760, { shadow: false, turn: -14 }),
      put(thing(330, 300, [line('M-10 -330Q0 -420 -30 -470', '#7a6238', 14), langsat.map(([x, y]) => at(x, y - 40, berry(60, '#e6cf92')))]), 320, 1010),
      put(thing(330, 240, [[60, -240], [-64, -250], [-112, -130], [118, -128], [0, -142], [-56, -30], [66, -24]].map(([x, y]) => at(x, y - 46, rambutan(roll, 74)))), 680, 1030),
      put(thing(1, 1, group([at(0, 0, blade(190, 56, '#3f8a34'), { turn: -30 }), at(0, 0, blade(170, 50, '#58a046'), { turn: -130 })])), 690, 720, { shadow: false }),
    ];
  },
};
