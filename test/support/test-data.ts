import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { dayOf } from '../../src/core/calendar/days.js';
import type { PlainLine } from './digest.js';
import { openTestShop, type TestShop } from './shop.js';

const inData = (path: string): string => fileURLToPath(new URL(`../data/${path}`, import.meta.url));

/** The path of a freely licensed real file (test/data/real/README.md). */
export const realFile = (name: string): string => inData(`real/${name}`);

/** The path of an invented file that stands in for a real one (test/data/made/README.md). */
export const madeFile = (name: string): string => inData(`made/${name}`);

/** What figures.py of a folder computed, under one of its headings. */
export function figuresOf<T>(folder: 'real' | 'made', heading: string): T {
  return JSON.parse(readFileSync(inData(`${folder}/figures.json`), 'utf8'))[heading];
}

/** A shop that has loaded copies of files: their own folder stays as it is. */
export async function openShopWith(files: readonly string[], now?: string): Promise<TestShop> {
  const shop = await openTestShop({}, now);
  for (const file of files) await ingestCopy(shop, file);
  return shop;
}

/** Loads a copy of a file. */
export async function ingestCopy(shop: TestShop, file: string): ReturnType<TestShop['ingest']> {
  const copy = join(shop.folder, basename(file));
  await copyFile(file, copy);
  return shop.ingest(copy);
}

/** The rows of a comma-separated file, packed or not. */
export function recordsOf(path: string, encoding = 'utf8'): Record<string, string>[] {
  const bytes = readFileSync(path);
  const text = iconv.decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, encoding);
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** The order lines of a file in the columns of the classic-models sample, read apart from the product. */
export function modelLinesOf(path: string): PlainLine[] {
  return recordsOf(path, 'cp850').map(row => {
    const [month, day, year] = (row.ORDERDATE as string).split(/[/ ]/).map(Number) as [
      number,
      number,
      number,
    ];
    return {
      order: row.ORDERNUMBER as string,
      customer: row.CUSTOMERNAME as string,
      day: dayOf(year, month, day) as number,
      cents: Math.round(Number(row.SALES) * 100),
    };
  });
}
