// Villages away from the water: gardens, forest, rice fields, hills.
import { darker, dice, lighter, linear, mix } from '../ink.mjs';
import { at, ellipse, line, path, rect } from '../shapes.mjs';
import { sheet } from '../stage.mjs';
import { bananaPlant, birds, cloud, grove, high, house, mist, palm, reeds, ridge, sky, sun, tree, wide } from './parts.mjs';

/** A field running from edge to edge, its upper side curved. */
const field = (y, bend, fill) => path(`M0 ${y}Q${wide / 2} ${y - bend} ${wide} ${y + bend * 0.2}V${high}H0Z`, fill);

const pineapplePlant = (x, y, size) => at(x, y, [
  [-74, -50, -26, 26, 50, 74].map((turn) => at(0, 0, path(`M-4 0Q${-size * 0.05} ${-size * 0.4} 0 ${-size * 0.62}Q${size * 0.05} ${-size * 0.4} 4 0Z`, '#5a9a5a'), { turn })),
  ellipse(0, -size * 0.5, size * 0.16, size * 0.22, '#e8a02c'), [-24, 0, 24].map((turn) => at(0, -size * 0.68, path(`M-3 0L0 ${-size * 0.26}L3 0Z`, '#4f9a48'), { turn })),
]);

const durianTree = (x, y, size) => [tree(x, y, size, '#3f7a44', { slim: 0.86 }), [[-0.16, -0.5], [0.12, -0.58], [-0.04, -0.38], [0.2, -0.42], [0.02, -0.76]].map(([dx, dy]) => ellipse(x + dx * size, y + dy * size, size * 0.035, size * 0.042, '#b9c25a'))];

export const inland = {
  'desa-kebun': () => sheet(wide, high, [
    sky(['#7fc0d8', 0], ['#d6ead6', 0.36], ['#fdeebc', 0.5]), sun(1010, 150, 52, '#fff0b0'), cloud(330, 130, 170), cloud(720, 190, 110, '#ffffff', 0.65),
    ridge(7, 400, 120, '#9cc8b0'), ridge(15, 410, 70, '#7ab08c'), grove(3, 420, [60, 110], '#4f8f68', { count: 34 }),
    field(430, 40, linear(['#a8cf6a', '#8fc05a'])), field(520, 50, linear(['#8fbf58', '#76ad4a'])), field(640, 60, linear(['#7fb04c', '#659a40'])),
    path(`M690 408Q650 450 700 500T600 640T430 ${high}H760Q820 690 760 610T800 500T716 408Z`, linear(['#e3bd84', '#cf9f64'])),
    durianTree(160, 500, 260), durianTree(330, 470, 200), durianTree(1130, 500, 270), durianTree(990, 468, 190), house(520, 500, 170, { roof: '#b5402c', wall: '#e3b878', glow: '#cfe6ea', post: '#5a3a24' }),
    [[60, 640, 210], [190, 670, 240], [330, 640, 190]].map(([x, y, size]) => bananaPlant(x, y, size, '#4f9a48')), [[930, 560, 150], [1240, 600, 190]].map(([x, y, size]) => bananaPlant(x, y, size, '#5aa04a')),
    [[850, 630], [930, 640], [1010, 634], [1090, 644], [1170, 640], [870, 700], [970, 712], [1070, 706], [1170, 716], [900, 786], [1020, 792], [1140, 788], [1250, 792]].map(([x, y]) => pineapplePlant(x, y, 50 + (y - 620) * 0.28)), reeds(7, '#3f7a38', { to: 380, tall: 80, count: 44 }), birds(560, 120),
  ]),
  'desa-hutan': () => sheet(wide, high, [
    sky(['#6aa8a0', 0], ['#c0dcc4', 0.4], ['#f0eecb', 0.56]), sun(300, 210, 48, '#fdf3c0'), ridge(9, 400, 220, '#a3c8b4', { round: false }), ridge(18, 440, 160, '#7fb09a', { round: false }), mist(430, 60, 0.75),
    grove(5, 500, [180, 290], '#5a947a', { count: 22, slim: 0.9 }), mist(490, 46, 0.65), grove(11, 560, [220, 340], '#3a7a5c', { count: 14, slim: 0.86, from: -40, to: 520 }), grove(16, 560, [220, 350], '#3a7a5c', { count: 12, slim: 0.86, from: 820, to: wide + 40 }), mist(560, 30, 0.5),
    path(`M0 560Q400 520 700 556T${wide} 550V${high}H0Z`, linear(['#8ab85a', '#6aa048', '#558c40'])), longhouse(670, 640),
    path(`M640 640Q600 700 480 ${high}H760Q720 700 706 640Z`, linear(['#d9b884', '#c49a60'])),
    [[90, 760, 620], [1200, 770, 660]].map(([x, y, size]) => [tree(x, y, size, '#245c44', { slim: 0.8, trunk: '#4a3424', stem: 0.5 })]), reeds(6, '#1f5038', { to: 420, tall: 150, count: 60 }), reeds(8, '#1f5038', { from: 840, tall: 150, count: 60 }), birds(620, 170, '#2f5a50'),
  ]),
  'desa-sawah': () => sheet(wide, high, [
    sky(['#5aaed8', 0], ['#b8e0e6', 0.34], ['#f3f3d0', 0.46]), sun(220, 140, 50, '#fff3b8'), cloud(520, 110, 180), cloud(900, 180, 140, '#ffffff', 0.75), cloud(1160, 100, 100, '#ffffff', 0.6),
    ridge(4, 380, 130, '#8fc0bc'), ridge(13, 388, 80, '#6aa894'), grove(8, 396, [40, 84], '#4f9068', { count: 44 }), [[140, 400, 150], [250, 398, 120], [1130, 402, 160]].map(([x, y, size]) => palm(x, y, size, '#3f7a4a', 0.08)),
    paddies(), at(880, 560, hut()), palm(1010, 590, 250, '#3f8a4a', 0.12), [[300, 560], [360, 600], [210, 610]].map(([x, y]) => at(x, y, egret())), birds(640, 210), reeds(3, '#4f9a3a', { tall: 90, count: 90 }),
  ]),
  'desa-bukit': () => sheet(wide, high, [
    sky(['#e88a6a', 0], ['#f7b98a', 0.26], ['#fde3b0', 0.46]), sun(700, 270, 58, '#fff0c0'), cloud(240, 130, 160, '#fbd0b0', 0.7), cloud(1060, 110, 140, '#fbd0b0', 0.6),
    ridge(31, 380, 190, '#d09a8a'), mist(372, 34, 0.5, '#fff0d0'), ridge(22, 430, 150, '#a8846e'), mist(426, 34, 0.55, '#fff0d0'), ridge(6, 490, 130, '#7a8a5e'), mist(486, 28, 0.45, '#fff0d0'), ridge(27, 550, 110, '#5f8450'), grove(12, 560, [44, 76], '#476f44', { count: 30, uneven: 26 }),
    path(`M0 590Q280 500 620 600T${wide} 560V${high}H0Z`, linear(['#7fae4e', '#69993f', '#588a3a'])), path(`M0 690Q420 620 760 700T${wide} 660V${high}H0Z`, linear(['#6fa244', '#558a38', '#46782f'])),
    path(`M846 566Q780 590 880 612T700 668T420 ${high}H640Q700 720 820 690T950 616T866 566Z`, linear(['#f0d3a0', '#d9b27a'])), [[250, 600, 150, '#a8382a'], [390, 592, 120, '#7a3a24'], [1090, 606, 160, '#a8382a']].map(([x, y, w, roof]) => house(x, y, w, { roof, wall: '#e3b47c', glow: '#fff0b8', post: '#4a3020' })),
    [[120, 660, 190], [520, 610, 130], [980, 640, 150], [1210, 650, 210]].map(([x, y, size]) => tree(x, y, size, '#3f7040')), [[60, 790, 230], [1130, 790, 200]].map(([x, y, size]) => tree(x, y, size, '#2f5f38')), reeds(11, '#2f5f2c', { tall: 70, count: 70 }), birds(420, 220, '#8a4a3a'),
  ]),
};

function longhouse(x, y) {
  const w = 560;
  return [
    Array.from({ length: 15 }, (_, i) => rect(x - w * 0.47 + i * w * 0.067, y - 70, 9, 74, 0, '#4a3424')), rect(x - w * 0.48, y - 140, w * 0.96, 74, 2, linear(['#c99a60', '#b07f48', '#8f6236'])),
    Array.from({ length: 9 }, (_, i) => rect(x - w * 0.43 + i * w * 0.1, y - 122, 26, 34, 2, i % 2 ? '#ffe3a0' : '#5a3a20')), rect(x - w * 0.5, y - 76, w, 11, 3, '#5a3a20'), Array.from({ length: 36 }, (_, i) => rect(x - w * 0.49 + i * w * 0.0275, y - 96, 3, 22, 0, '#6a4628')),
    path(`M${x - w * 0.54} ${y - 136}L${x - w * 0.46} ${y - 226}H${x + w * 0.46}L${x + w * 0.54} ${y - 136}Z`, linear(['#a06a44', '#7a4a2c', '#5f3820'])), Array.from({ length: 5 }, (_, i) => line(`M${x - w * (0.47 + i * 0.015)} ${y - 212 + i * 16}H${x + w * (0.47 + i * 0.015)}`, '#4a2c18', 2.5, { opacity: 0.4 })),
    path(`M${x - w * 0.46} ${y - 226}l-26 -34l40 30ZM${x + w * 0.46} ${y - 226}l26 -34l-40 30Z`, '#5f3820'), path(`M${x - 20} ${y - 70}L${x - 36} ${y + 8}H${x + 40}L${x + 24} ${y - 70}Z`, '#8f6236'), Array.from({ length: 6 }, (_, i) => line(`M${x - 24 - i * 2} ${y - 56 + i * 11}h${54 + i * 4}`, '#4a3020', 3)),
  ];
}

/** Paddies in rows between dykes that run towards the horizon. */
function paddies() {
  const roll = dice(5);
  const rows = [[396, 440], [440, 496], [496, 570], [570, 668], [668, high]];
  const edge = (k, y) => 640 + (k - 3) * (170 + (y - 396) * 0.72);
  return rows.flatMap(([top, bottom], row) => Array.from({ length: 7 }, (_, i) => {
    const wet = (i * 3 + row * 2) % 5 === 0;
    const tone = wet ? '#a9d6d6' : mix(['#a8d05a', '#8fc24c', '#c3d96a', '#7fb544'][(i + row * 2) % 4], '#ffffff', Math.max(0, 0.12 - row * 0.03));
    const k = i - 0.5;
    const rowsOfRice = wet ? '' : Array.from({ length: 4 + row }, (_, j) => {
      const y = top + (j + 0.8) * (bottom - top) / (4.6 + row);
      return line(`M${edge(k, y) + 8} ${y.toFixed(0)}H${edge(k + 1, y) - 8}`, j % 2 ? darker(tone, 0.14) : lighter(tone, 0.3), 2 + row * 1.3, { opacity: 0.5, 'stroke-dasharray': `${6 + row * 4} ${4 + row * 2}` });
    });
    return [path(`M${edge(k, top)} ${top}H${edge(k + 1, top)}L${edge(k + 1, bottom)} ${bottom}H${edge(k, bottom)}Z`, wet ? linear(['#c9e8e6', tone]) : tone, { stroke: '#9a8a4c', 'stroke-width': 3 + row * 2.4 }), rowsOfRice, wet ? line(`M${edge(k, (top + bottom) / 2) + 20} ${(top + bottom) / 2}h${(30 + roll() * 40).toFixed(0)}`, '#ffffff', 3, { opacity: 0.7 }) : ''];
  }));
}

const hut = () => [
  [-70, 70].map((x) => rect(x - 5, -130, 10, 134, 2, '#6a4628')), [-50, 50].map((x) => rect(x - 4, -120, 8, 116, 2, '#5a3a20')), rect(-92, -54, 184, 13, 4, '#a8713f'), Array.from({ length: 9 }, (_, i) => rect(-84 + i * 20, -44, 3, 14, 0, '#6a4628')),
  path('M-122 -112L-40 -190H40L122 -112Q0 -126 -122 -112Z', linear(['#d9b468', '#b98f44', '#8f6a2c'])), Array.from({ length: 15 }, (_, i) => line(`M${-36 + i * 5} -188L${-112 + i * 16} -118`, '#7a5a24', 2.5, { opacity: 0.45 })),
];

const egret = () => [line('M-4 0V-26M5 0V-26', '#3a3a3a', 2.5), path('M-26 -30Q-4 -56 20 -40Q10 -22 -10 -22Z', '#ffffff'), path('M14 -40Q22 -62 12 -74Q16 -84 28 -80L44 -76L27 -73Q32 -56 22 -36Z', '#ffffff'), path('M28 -80L46 -76L28 -74Z', '#e8a02c')];
