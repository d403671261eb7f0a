// Builds regions.csv.gz from an unpacked idn-area-data 3.1.2 and checks the two small tables beside it.
//
//   npm pack idn-area-data@3.1.2 && tar xzf idn-area-data-3.1.2.tgz
//   node seeds/regions/make.mjs package

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const here = import.meta.dirname;
const packageFolder = process.argv[2];
if (!packageFolder) {
  throw new Error('Say where the unpacked package is: node make.mjs <folder>');
}

const expected = { provinces: 38, regencies: 514, districts: 7_277, villages: 83_763 };
const shortNames = { 'DKI JAKARTA': 'DKI Jakarta', 'DAERAH ISTIMEWA YOGYAKARTA': 'DI Yogyakarta' };

const rowsOf = text => text.trimEnd().split('\n').slice(1).map(line => line.split(','));

const titleCase = name => shortNames[name] ?? name
  .toLowerCase()
  .replace(/\p{L}+/gu, word => word === 'dan' ? word : word[0].toUpperCase() + word.slice(1));

function read(level) {
  const rows = rowsOf(readFileSync(join(packageFolder, 'data', `${level}.csv`), 'utf8'));
  if (rows.length !== expected[level]) {
    throw new Error(`${level}: ${rows.length} rows, expected ${expected[level]}`);
  }

  // The package writes provinces and regencies in capitals, everything below as the decree does.
  const inCapitals = level === 'provinces' || level === 'regencies';
  return rows.map(row => [row[0], inCapitals ? titleCase(row.at(-1).trim()) : row.at(-1).trim()]);
}

const regions = new Map(Object.keys(expected).flatMap(read).sort(([a], [b]) => (a < b ? -1 : 1)));

for (const [code, name] of regions) {
  const parent = code.slice(0, code.lastIndexOf('.'));
  if (!name || name.includes(',') || (code.includes('.') && !regions.has(parent))) {
    throw new Error(`${code} ${name}: no name, a comma, or no parent`);
  }
}

for (const [old, next, name] of rowsOf(readFileSync(join(here, 'successions.csv'), 'utf8'))) {
  if (regions.has(old) || regions.get(next) !== name) {
    throw new Error(`successions.csv: ${old} still exists, or ${next} is not ${name}`);
  }
}

for (const [prefix] of rowsOf(readFileSync(join(here, 'words.csv'), 'utf8'))) {
  if (!regions.has(prefix)) {
    throw new Error(`words.csv: no region ${prefix}`);
  }
}

const csv = `code,name\n${[...regions].map(row => row.join(',')).join('\n')}\n`;
writeFileSync(join(here, 'regions.csv.gz'), gzipSync(csv, { level: 9 }));
console.log(`${regions.size} regions`);
