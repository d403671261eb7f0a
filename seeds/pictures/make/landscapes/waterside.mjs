// Villages at the water: river, coast, lake, town.
import { darker, downward, lighter, linear, mix } from '../ink.mjs';
import { at, ellipse, group, line, path, rect } from '../shapes.mjs';
import { sheet } from '../stage.mjs';
import { longboat } from '../things/boats.mjs';
import { birds, cloud, grove, high, house, mist, nipa, palm, reeds, ridge, sky, sun, water, wide } from './parts.mjs';

const boat = (x, y, long, colours) => [ellipse(x, y + 3, long * 0.5, long * 0.03, '#0c2a34', { opacity: 0.35 }), at(x, y, longboat({ long, ...colours }))];

const mirrored = (y, content, opacity = 0.22) => group(at(0, y * 2, content), { opacity, transform: `translate(0 ${y * 4}) scale(1 -1)` });

export const waterside = {
  'desa-sungai': () => {
    const shore = 430;
    const row = [[90, 120, '#0f4a52'], [225, 150, '#a8382a'], [385, 138, '#c98a2c'], [545, 170, '#a8382a']].map(([x, w, roof]) => house(x, shore + 44, w, { roof, wall: '#c98f5a', post: '#2a2024', glow: '#ffd98a' }));
    return sheet(wide, high, [
      sky(['#174a5c', 0], ['#3f7a7c', 0.24], ['#e8a86a', 0.44], ['#fbd08a', 0.56]), sun(850, 300, 54, '#ffd68a'), cloud(260, 150, 150, '#f3b98a', 0.5), cloud(1010, 110, 110, '#f3c59a', 0.4),
      ridge(3, 420, 130, '#5a7a78'), ridge(8, 430, 80, '#38615f'), mist(420, 26, 0.45, '#ffdca6'), grove(4, shore + 4, [70, 130], '#1f4a48', { count: 34 }),
      water(shore, [['#d9985a', 0], ['#b5744a', 0.3], ['#7a5248', 0.65], ['#3a3f4c', 1]], { light: '#ffe3a6', at: 850 }),
      mirrored(shore + 46, [[90, 120], [225, 150], [385, 138], [545, 170]].map(([x, w]) => rect(x - w * 0.4, -w * 0.6, w * 0.8, w * 0.6, 4, '#2a2024')), 0.12),
      rect(0, shore + 36, 660, 12, 3, '#33262a'), [30, 150, 300, 470, 620].map((x) => rect(x, shore + 40, 9, 44, 0, '#2a2024')), row,
      boat(830, 600, 420, { hull: '#6a3a24', trim: '#0b5259', roof: '#f2b632', motor: true }), boat(1090, 480, 150, { hull: '#4a2c24', trim: '#a8382a', roof: '#c98a2c' }),
      birds(640, 210, '#fff0cf'), reeds(5, '#14302e', { to: 330, tall: 170, count: 46 }), reeds(9, '#14302e', { from: 1040, tall: 120, count: 36 }),
    ]);
  },
  'desa-pesisir': () => sheet(wide, high, [
    sky(['#4fa6c4', 0], ['#a9dbe0', 0.4], ['#f3f0d6', 0.52]), sun(960, 150, 54, '#fff0b8'), cloud(280, 130, 170), cloud(640, 210, 110, '#ffffff', 0.6), cloud(1140, 280, 90, '#ffffff', 0.6),
    ridge(12, 400, 70, '#8fc4bd'), ridge(5, 404, 40, '#6aada6'),
    water(390, [['#7fd0d0', 0], ['#3fa6b4', 0.4], ['#2a8aa0', 1]], { seed: 6 }),
    boat(880, 486, 260, { hull: '#2468a4', trim: '#c63b26', roof: '#f7b92e' }), boat(610, 440, 130, { hull: '#8a5430', trim: '#0b5259', roof: '#c63b26' }),
    path(`M0 560Q240 500 520 590T1000 690T${wide} 700V${high}H0Z`, linear(['#f6e0aa', '#ecc98a', '#dcb272'])), path(`M0 560Q240 500 520 590T1000 690T${wide} 700`, 'none', { stroke: '#ffffff', 'stroke-width': 12, opacity: 0.75 }),
    nipa(80, 590, 240, '#3f8a5a'), nipa(215, 570, 200, '#4a9a5a'), nipa(330, 580, 150, '#3f8a5a'), palm(430, 640, 330, '#3f8a4a', 0.14),
    house(190, 700, 200, { roof: '#c63b26', wall: '#f0cf98', post: '#5a3a24', glow: '#cfeaf0' }),
    [[570, 712, 1.12]].map(([x, y, scale]) => at(x, y, dryingRack(), { scale })), at(960, 776, longboat({ long: 360, hull: '#c63b26', trim: '#fdf2d8', roof: '#0f6a70' })),
    birds(480, 150), reeds(4, '#3f8a4a', { to: 130, tall: 90, count: 22 }),
  ]),
  'desa-danau': () => sheet(wide, high, [
    sky(['#6a6aa8', 0], ['#d990a8', 0.34], ['#fbc9a0', 0.52]), sun(420, 286, 50, '#ffe0b0'), cloud(860, 130, 190, '#f7c0b8', 0.55), cloud(180, 190, 110, '#f3b0b8', 0.5),
    ridge(21, 410, 140, '#8a7aa8'), ridge(14, 416, 80, '#6a6a94'), grove(6, 416, [46, 84], '#44547a', { count: 40 }), mist(410, 22, 0.5, '#ffdcd0'),
    water(408, [['#f3b8a4', 0], ['#c08aa8', 0.35], ['#6a6a9c', 0.75], ['#44507c', 1]], { light: '#ffe8c4', at: 420 }),
    [[860, 520, 210, '#a8382a'], [1090, 560, 240, '#0f5a62'], [690, 480, 140, '#c98a2c']].map(([x, y, w, roof]) => [ellipse(x, y + 8, w * 0.56, 16, '#2a2a4c', { opacity: 0.4 }), rect(x - w * 0.54, y - 10, w * 1.08, 18, 8, '#6a4434'), [-0.4, -0.13, 0.13, 0.4].map((k) => ellipse(x + w * k, y + 8, w * 0.12, 9, '#4a3430')), house(x, y - 8, w, { roof, wall: '#d9a878', post: '#5a3a34', posts: 0.04, glow: '#ffe0a0' })]),
    path('M0 690L430 640L452 652L0 724Z', linear(['#6a4434', '#9a6a4c'])), [60, 190, 320, 420].map((x) => rect(x, 690 - x * 0.1, 13, 66, 3, '#4a302c')), Array.from({ length: 22 }, (_, i) => line(`M${i * 20} ${692 - i * 2.4}l8 28`, '#4a302c', 2.5, { opacity: 0.4 })),
    boat(560, 690, 250, { hull: '#5a3430', trim: '#0b5259', roof: '#f2b632' }),
    [[760, 680, 52], [860, 730, 70], [700, 752, 60], [960, 690, 46], [1060, 740, 74], [1190, 700, 56], [930, 776, 60], [180, 770, 66], [320, 748, 48], [1230, 772, 60]].map(([x, y, r], i) => [path(`M${x} ${y}L${x + r} ${y - r * 0.1}A${r} ${r * 0.34} 0 1 1 ${x + r * 0.9} ${y - r * 0.2}Z`, linear(['#8fb87a', '#4f8a6a'])), i % 3 ? '' : [[-24, -1], [0, -1.3], [24, -1]].map(([turn]) => at(x - r * 0.2, y - 4, path('M0 0Q-13 -18 0 -34Q13 -18 0 0Z', '#fbd0e0'), { turn }))]),
  ]),
  'desa-kota': () => {
    const shops = [[40, 150, 190, '#e8b07a', '#8e2c1c'], [190, 130, 230, '#f3e2c0', '#0f6a70'], [320, 150, 200, '#d97f6a', '#5a2c24'], [470, 120, 250, '#a9cfc8', '#a8382a'], [880, 140, 210, '#f3cf8a', '#2c5a6a'], [1020, 130, 240, '#e6a08a', '#6a2c24'], [1150, 150, 190, '#cfe0d0', '#a8382a']];
    return sheet(wide, high, [
      sky(['#5aa0c8', 0], ['#b5dce0', 0.4], ['#fdecc4', 0.6]), sun(250, 170, 50, '#fff0b8'), cloud(560, 120, 160), cloud(1040, 170, 120, '#ffffff', 0.65), ridge(17, 440, 60, '#9ac4c0'), grove(9, 468, [80, 140], '#5a9a7a', { count: 26 }),
      mosque(735, 520), shops.map(([x, w, h, wall, roof]) => shop(x, 524, w, h, wall, roof)),
      [610, 850].map((x) => palm(x, 540, 230, '#3f8a4a', 0.06)),
      rect(0, 520, wide, 44, 0, linear(['#d9c9a8', '#e9dcc0'])), rect(0, 560, wide, 34, 0, '#b5a184'), Array.from({ length: 33 }, (_, i) => rect(i * 40, 498, 6, 32, 2, '#f7f2e4')), rect(0, 496, wide, 7, 3, '#f7f2e4'), rect(0, 512, wide, 5, 2, '#f7f2e4'),
      [140, 430, 700, 960, 1220].map((x) => [rect(x - 3, 430, 6, 100, 3, '#2a4a52'), ellipse(x, 424, 12, 12, '#fff0b8'), ellipse(x, 424, 26, 26, '#fff0b8', { opacity: 0.35 })]),
      Array.from({ length: 13 }, (_, i) => rect(i * 104 + 10, 562, 10, 50, 0, '#8f7c62')),
      water(594, [['#6ab0b4', 0], ['#3f8a98', 0.5], ['#1f6074', 1]], { seed: 8 }),
      boat(380, 690, 330, { hull: '#8a5430', trim: '#c63b26', roof: '#f7b92e', motor: true }), boat(930, 740, 400, { hull: '#2468a4', trim: '#fdf2d8', roof: '#c63b26' }), birds(900, 120),
    ]);
  },
};

const dryingRack = () => [
  [-110, 110].map((x) => line(`M${x - 20} 0L${x} -110L${x + 20} 0`, '#8a5a34', 8)), rect(-140, -92, 280, 9, 4, '#a8713f'), rect(-150, -60, 300, 9, 4, '#a8713f'),
  Array.from({ length: 9 }, (_, i) => at(-116 + i * 29, -84, path('M0 0Q-11 18 -2 36L-9 48H9L2 36Q11 18 0 0Z', i % 2 ? '#c9d6da' : '#e9dcc0'))), Array.from({ length: 8 }, (_, i) => at(-102 + i * 29, -52, path('M0 0Q-9 16 -2 30L-8 40H8L2 30Q9 16 0 0Z', i % 2 ? '#e3c79a' : '#b9c9cf'))),
];

function shop(x, y, w, h, wall, roof) {
  const panes = [0.2, 0.5, 0.8].map((k) => [rect(x + w * k - w * 0.09, y - h + 34, w * 0.18, 44, 3, '#4a7a8a'), rect(x + w * k - w * 0.09, y - h + 34, w * 0.18, 20, 3, '#8fc0cc')]);
  const awning = Array.from({ length: 6 }, (_, i) => path(`M${x + i * w / 6} ${y - 84}h${w / 6}l0 26a${w / 12} 9 0 0 1 ${-w / 6} 0Z`, i % 2 ? '#fdf7ea' : roof));
  return [
    rect(x, y - h, w, h, 2, linear([lighter(wall, 0.25), wall, darker(wall, 0.14)])), panes, rect(x + w * 0.08, y - 70, w * 0.84, 70, 2, darker(wall, 0.55)), rect(x + w * 0.12, y - 62, w * 0.34, 62, 2, '#f7dfa0', { opacity: 0.85 }), rect(x + w * 0.54, y - 62, w * 0.34, 62, 2, '#7fa8a8', { opacity: 0.85 }),
    awning, path(`M${x - 8} ${y - h}L${x + 14} ${y - h - 34}H${x + w - 14}L${x + w + 8} ${y - h}Z`, linear([lighter(roof, 0.2), darker(roof, 0.12)])),
  ];
}

const mosque = (x, y) => [
  [-150, 150].map((dx) => [rect(x + dx - 15, y - 300, 30, 300, 3, linear(['#fdfaf0', '#e3dcc8'])), rect(x + dx - 21, y - 236, 42, 12, 3, '#c9b88a'), path(`M${x + dx - 19} ${y - 300}Q${x + dx - 22} ${y - 336} ${x + dx} ${y - 356}Q${x + dx + 22} ${y - 336} ${x + dx + 19} ${y - 300}Z`, downward('#3fa08a', '#0f6a5a')), line(`M${x + dx} ${y - 356}v-22`, '#d9b04a', 4)]),
  rect(x - 118, y - 150, 236, 150, 3, linear(['#ffffff', '#f3ecd9', '#dcd2ba'])), path(`M${x - 92} ${y - 150}Q${x - 124} ${y - 244} ${x} ${y - 300}Q${x + 124} ${y - 244} ${x + 92} ${y - 150}Z`, linear(['#6ac4a8', '#2f9a82', mix('#0f6a5a', '#083f47', 0.3)])), line(`M${x} ${y - 300}v-26`, '#d9b04a', 5), path(`M${x - 8} ${y - 332}A11 11 0 1 0 ${x + 9} ${y - 334}A9 9 0 1 1 ${x - 8} ${y - 332}Z`, '#d9b04a'),
  [-78, 0, 78].map((dx) => path(`M${x + dx - 25} ${y}V${y - 76}Q${x + dx - 24} ${y - 104} ${x + dx} ${y - 118}Q${x + dx + 24} ${y - 104} ${x + dx + 25} ${y - 76}V${y}Z`, '#3f6a6a')), rect(x - 118, y - 150, 236, 9, 0, '#d9b04a'),
];

