// Every scene by the key of its picture.
import { cloths } from './cloths.mjs';
import { crafts } from './crafts.mjs';
import { drinks } from './drinks.mjs';
import { fields } from './fields.mjs';
import { forest } from './forest.mjs';
import { fruits } from './fruits.mjs';
import { kitchen } from './kitchen.mjs';
import { livestock } from './livestock.mjs';
import { meals } from './meals.mjs';
import { outings } from './outings.mjs';
import { snacks } from './snacks.mjs';
import { supplies } from './supplies.mjs';
import { trades } from './trades.mjs';
import { waters } from './waters.mjs';
import { weavings } from './woven.mjs';

export const scenes = {
  ...snacks, ...kitchen, ...meals, ...drinks, ...fields, ...fruits, ...waters, ...livestock,
  ...weavings, ...cloths, ...crafts, ...forest, ...outings, ...trades, ...supplies,
};
