// Coffee, tea, herbal drinks, syrup, ice, sap.
import { dice, mix } from '../ink.mjs';
import { at, heap, line, path, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { bambooTube } from '../things/dishes.mjs';
import { coconutHalf } from '../things/fruit.mjs';
import { bottle, ice, straw, tumbler } from '../things/glass.mjs';
import { sprig } from '../things/leaves.mjs';
import { mark } from '../things/mark.mjs';
import { paperBag } from '../things/packs.mjs';
import { bean, root } from '../things/spices.mjs';
import { tray } from '../things/tableware.mjs';

const beans = (count, width, tall, seed = 4, size = 26) => heap(dice(seed), count, width, tall, bean('#5e3219', size), { flat: 0.5 });

const leaves = (count, width, tall) => heap(dice(8), count, width, tall, (roll) => path('M-22 0Q-4 -11 24 -2Q4 8 -22 0Z', mix('#3f4a26', roll() < 0.5 ? '#7a8a4a' : '#241c10', roll.between(0, 0.6)), { transform: `rotate(${Math.round(roll.between(0, 180))})` }), { flat: 0.4 });

export const drinks = {
  'kopi-bungkus': () => [
    put(paperBag({ width: 470, height: 660, colour: '#b98a58', accent: '#5a2c14', mark: mark('2615', 180) }), 450, 990),
    put(thing(320, 50, beans(34, 330, 36)), 640, 1056),
  ],
  'kopi-biji': () => fromAbove([
    put(tray({ width: 840, flat: 0.4, contents: at(0, 46, heap(dice(3), 300, 610, 170, bean('#5e3219', 30), { flat: 0.36 })) }), 480, 1060),
    put(thing(160, 30, beans(7, 150, 10, 9, 28)), 760, 1090),
  ], 150),
  'teh-bungkus': () => [
    put(paperBag({ width: 400, height: 580, colour: '#a8bf86', accent: '#2c6a3a', mark: mark('1f343', 150) }), 360, 980),
    put(tumbler({ width: 230, height: 270, liquid: '#c8701c', fill: 0.78 }), 705, 1000),
    put(thing(260, 50, leaves(70, 280, 44)), 430, 1066),
  ],
  'jamu-botol': () => [
    put(bottle({ shape: 'milk', size: 2.5, liquid: '#f0a818', cap: '#2c6a3a', fill: 0.74, colour: '#c98708', mark: mark('1f33f', 150) }), 390, 1000),
    put(thing(320, 80, at(0, -56, root('#c8873a', '#f08a14', { long: 330, thick: 88 }), { turn: -6 })), 700, 1050),
    put(sprig({ long: 250, leaves: 3, size: 96 }), 720, 985, { turn: 14, shadow: false }),
  ],
  'sirup-botol': () => [
    put(bottle({ shape: 'slim', size: 2.7, liquid: '#a8102c', cap: '#e9b23a', fill: 0.8, colour: '#a8102c', mark: mark('1f33a', 150) }), 350, 1000),
    put(tumbler({ width: 250, height: 350, liquid: '#d0284a', fill: 0.74, extra: ice([[-34, -90, 12], [40, -130, -18], [-20, -190, 30], [44, -230, 8], [-36, -256, -14]]) }), 690, 1020),
  ],
  'es-kelapa': () => [
    put(coconutHalf(300), 730, 990),
    put(tumbler({
      width: 330, height: 560, liquid: '#eef4ee', fill: 0.84, above: straw(40, -740, -430, '#c63b26', 70),
      extra: [ice([[-60, -120, 10], [60, -170, -20], [-40, -250, 26], [66, -310, 6], [-50, -370, -12], [50, -430, 18], [-20, -470, 40]]), coconutStrands()],
    }), 400, 1015),
    put(sprig({ long: 190, leaves: 2, size: 90 }), 330, 470, { turn: -14, shadow: false }),
  ],
  'nira-botol': () => [
    put(thing(190, 640, bambooTube(200, 620)), 660, 985),
    put(bottle({ shape: 'flask', size: 2.5, liquid: '#e6dcc0', cap: '#8a5a2c', fill: 0.8, colour: '#0b5259', mark: mark('1f334', 150) }), 370, 1020),
  ],
};

function coconutStrands() {
  const roll = dice(31);
  return Array.from({ length: 16 }, () => line(`M${roll.between(-110, 80).toFixed(0)} ${roll.between(-440, -60).toFixed(0)}q30 ${roll.between(-24, 24).toFixed(0)} 64 ${roll.between(-16, 16).toFixed(0)}`, '#ffffff', 15, { opacity: 0.85 }));
}

