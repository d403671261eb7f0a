// Says whether the demo hangs together: node seeds/demo/check.mjs

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const here = import.meta.dirname;
const json = (...path) => JSON.parse(readFileSync(join(here, ...path), 'utf8'));

const regions = new Set(gunzipSync(readFileSync(join(here, '../regions/regions.csv.gz')))
  .toString('utf8').trimEnd().split('\n').slice(1).map(line => line.slice(0, line.indexOf(','))));
const categories = new Map(json('../taxonomy.json').flatMap(top => top.children).map(child => [child.slug, child]));
const units = new Map(json('../units.json').map(unit => [unit.code, unit]));
const groups = json('groups.json');
const businesses = json('businesses.json');
const products = readdirSync(join(here, 'products')).sort().flatMap(file => json('products', file));
const stories = json('stories.json');
const potentials = json('potentials.json');
const enquiries = json('enquiries.json');
const { products: pictures, landscapes } = json('pictures.json');

const firstMonth = '2024-11';
const lastMonth = '2026-11';
const kinds = ['Individual', 'HouseholdGroup', 'FarmerGroup', 'FisherGroup', 'TourismGroup', 'YouthGroup', 'Bumdes',
  'Cooperative', 'Cv', 'Pt', 'KimItself'];
const dormancyReasons = ['NoBudget', 'BoardExpired', 'BoardLeft', 'Other'];
const grounds = ['turmeric', 'river', 'leaf', 'resin', 'stone', 'orchid', 'sky'];

// Protected animals and woods, and drinks that need a permit: none may be offered, not even in a demo.
const forbidden = /\b(belida|arwana|penyu|trenggiling|enggang|gaharu|ulin utuh|arak|tuak|baram)\b/i;

const problems = [];
const expect = (holds, who, what) => holds || problems.push(`${who}: ${what}`);
const month = text => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
const ascending = list => list.every((item, i) => i === 0 || list[i - 1] < item);
const sentences = text => text.match(/[.?!](\s|$)/g)?.length ?? 0;
const byKey = list => new Map(list.map(item => [item.key, item]));

function unique(list, field, what) {
  const seen = new Map();
  for (const item of list) {
    expect(!seen.has(item[field]), item.key, `${what} '${item[field]}' is also ${seen.get(item[field])}'s`);
    seen.set(item[field], item.key);
  }
}

function periods(who, list, since) {
  for (const [i, { from, to }] of list.entries()) {
    expect(month(from) && from >= since && (to === undefined || (month(to) && from <= to)), who, `bad period from ${from}`);
    expect(i === 0 || list[i - 1].to < from, who, 'periods overlap');
  }
}

for (const list of [groups, businesses, products]) {
  unique(list, 'key', 'key');
  unique(list, 'slug', 'slug');
  for (const { key, slug } of list) {
    expect(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug), key, `slug '${slug}' is not plain`);
  }
}

unique(groups, 'name', 'name');
unique(businesses, 'name', 'name');
unique(businesses, 'whatsApp', 'WhatsApp number');
unique(products, 'description', 'description');
unique([...pictures, ...landscapes], 'key', 'picture');

const pictureOf = byKey(pictures);
const landscapeOf = byKey(landscapes);
const groupOf = byKey(groups);
const businessOf = byKey(businesses);

for (const group of groups) {
  expect(regions.has(group.seat) && group.seat.length >= 8, group.key, `no village or district ${group.seat}`);
  expect(['territorial', 'community'].includes(group.basis) && group.themes.length > 0, group.key, 'basis or themes');
  expect(sentences(group.about) >= 2, group.key, 'about is too short');
  expect(month(group.founded) && [1, 2, 3, 4].includes(group.hue), group.key, 'founded or hue');
  expect(landscapeOf.has(group.landscape), group.key, `no landscape ${group.landscape}`);
  expect(businesses.some(business => business.kim === group.key), group.key, 'has no business');
  periods(group.key, group.dormant ?? [], group.founded);
  for (const { reason, note } of group.dormant ?? []) {
    expect(dormancyReasons.includes(reason) && note, group.key, `unknown reason ${reason}, or no note`);
  }
}

for (const business of businesses) {
  const group = groupOf.get(business.kim);
  expect(group, business.key, `no KIM ${business.kim}`);
  expect(group && business.village.slice(0, 5) === group.seat.slice(0, 5), business.key, 'lies in another regency than its KIM');
  expect(regions.has(business.village) && business.village.length === 13, business.key, `no village ${business.village}`);
  expect(kinds.includes(business.kind), business.key, `unknown kind ${business.kind}`);
  expect(sentences(business.about) >= 2, business.key, 'about is too short');
  expect(business.pickup.place && business.pickup.hours, business.key, 'no pickup place or hours');
  const clock = business.village.startsWith('64') ? 'WITA' : 'WIB';
  expect(!/\bWI(B|TA|T)\b/.test(business.pickup.hours) || business.pickup.hours.endsWith(clock), business.key, `keeps ${clock}`);
  expect(business.delivery === null || (business.delivery.fee > 0 && business.delivery.area), business.key, 'delivery');
  expect(/^0812-0000-\d{4}$/.test(business.whatsApp), business.key, 'the WhatsApp number may be somebody’s');
  expect(month(business.opened) && group && business.opened >= group.founded, business.key, 'opened before its KIM');
  expect(products.some(product => product.business === business.key), business.key, 'has no product');
  periods(business.key, business.closed ?? [], business.opened);
}

for (const product of products) {
  const business = businessOf.get(product.business);
  const category = categories.get(product.category);
  const picture = pictureOf.get(product.picture);
  expect(business, product.key, `no business ${product.business}`);
  expect(category && !category.wholesaleOnly, product.key, `no category ${product.category} in retail`);
  expect(units.has(product.unit), product.key, `no unit ${product.unit}`);
  expect(!product.content || (['g', 'ml', 'piece'].includes(product.content.of) && product.content.amount > 0), product.key, 'content');
  expect(picture, product.key, `no picture ${product.picture}`);
  expect(picture && business && product.alt.includes(product.name) && product.alt.includes(business.name), product.key, 'alt text');
  expect(sentences(product.description) >= 2 && product.description.length >= 60, product.key, 'description is too short');
  expect(product.madePerMonth > 0, product.key, 'nothing is made');
  expect(!product.seasonMonths || (ascending(product.seasonMonths) && product.seasonMonths.every(m => m >= 1 && m <= 12)), product.key, 'season');
  expect(!forbidden.test(`${product.name} ${product.description}`), product.key, 'may not be sold');
  expect(product.category !== 'madu-hutan' || product.description.includes('bayi'), product.key, 'honey is not for infants');

  const months = product.prices.map(step => step.month);
  expect(months.length > 0 && months.every(month) && ascending(months), product.key, 'price steps are not in order');
  expect(months[0] >= firstMonth && months.at(-1) <= lastMonth, product.key, 'price outside the two years');
  expect(business && months[0] >= business.opened, product.key, 'has a price before its business opened');
  expect(product.prices.every(({ price }, i) => Number.isInteger(price) && price > 0 && price % 100 === 0
    && price !== product.prices[i - 1]?.price), product.key, 'price steps that are no steps');
}

for (const story of stories) {
  expect(businesses.some(business => business.key === story.business), story.title, `business '${story.business}'`);
  expect(month(story.month) && story.month <= lastMonth, story.title, 'month');
  expect([story.people, story.place, story.process, story.proof].some(part => part), story.title, 'without a word');
  expect(story.products.every(key => products.some(product => product.key === key && product.business === story.business)), story.title, 'a product that is not of that business');
}

for (const potential of potentials) {
  const kim = groups.find(group => group.key === potential.kim);
  expect(kim && (potential.village === kim.seat || potential.village.startsWith(kim.seat + '.')), potential.title, `village '${potential.village}' of KIM '${potential.kim}'`);
  expect(month(potential.month) && potential.month <= lastMonth, potential.title, 'month');
  expect(!potential.visit || /^-?\d\.\d{4}, 11\d\.\d{4}$/.test(potential.visit.spot), potential.title, 'no point for the map');
  expect(potential.figures.every(figure => figure.source.endsWith('(contoh)')), potential.title, 'an invented figure that does not say so');
}

for (const enquiry of enquiries) {
  const kim = groups.find(group => group.key === enquiry.kim);
  expect(kim && (enquiry.village === kim.seat || enquiry.village.startsWith(kim.seat + '.')), enquiry.words, `village '${enquiry.village}' of KIM '${enquiry.kim}'`);
  expect(enquiry.name.endsWith('Contoh'), enquiry.words, 'an asker who might be somebody');
  expect(!enquiry.potential || potentials.some(potential => potential.title === enquiry.potential && potential.village === enquiry.village), enquiry.words, 'about a potential of another village');
  expect(!enquiry.shownQuestion || (enquiry.mayShow && enquiry.answer), enquiry.words, 'shown without consent or answer');
}

for (const picture of pictures) {
  expect(categories.has(picture.category) && grounds.includes(picture.ground), picture.key, 'category or ground');
  expect(products.some(product => product.picture === picture.key), picture.key, 'shown by no product');
}

for (const { key, file } of [...pictures, ...landscapes]) {
  expect(!existsSync(join(here, '../pictures')) || existsSync(join(here, '../..', file)), key, `no file ${file}`);
}

for (const category of categories.values()) {
  expect(category.units.every(unit => units.has(unit)), category.slug, 'unit');
}

const within = (list, regency, field) => list.filter(item => item[field].startsWith(regency)).length;
const dormantNow = groups.filter(group => group.dormant?.some(({ to }) => to === undefined)).length;
const awake = groups.filter(group => group.dormant?.length && group.dormant.every(({ to }) => to !== undefined)).length;
expect(groups.length >= 26 && within(groups, '64.02', 'seat') >= 16, 'groups', 'too few');
expect(['64.08', '61.04', '62.03'].every(regency => within(groups, regency, 'seat') >= 3), 'groups', 'too few outside Kukar');
expect(within(groups, '64.02.03.2006', 'seat') >= 2, 'groups', 'Batuah has only one');
expect(groups.some(({ seat }) => seat.length === 8), 'groups', 'none covers a whole district');
expect(dormantNow >= 2 && awake >= 2, 'groups', 'none dormant, or none awake again');
expect(businesses.length >= 90, 'businesses', 'too few');
expect(products.length >= 420, 'products', 'too few');

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

console.log(`${groups.length} KIM (${dormantNow} dormant, ${awake} awake again), ${businesses.length} businesses, `
  + `${products.length} products, ${pictures.length + landscapes.length} pictures`);
