import { z } from 'zod';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { readNote, writeNote } from './store-notes.js';

/** What a reading of a source did that a person has to know, until somebody was told. */
export interface SourceNews {
  readonly source: string;
  readonly text: string;
}

const newsSchema = z.array(z.object({ source: z.string(), text: z.string() }));

/** What nobody was told yet, the oldest first. */
export async function listNews(reader: StoreReader): Promise<readonly SourceNews[]> {
  const note = await readNote(reader, 'source_news');
  return note === undefined ? [] : newsSchema.parse(JSON.parse(note));
}

/** Notes what is to be told, in the transaction that did it. */
export const addNews = async (trx: WriteTransaction, news: SourceNews): Promise<void> =>
  writeNote(trx, 'source_news', JSON.stringify([...(await listNews(trx)), news]));

/** Says that somebody was told. */
export async function newsTold(trx: WriteTransaction, { source, text }: SourceNews): Promise<void> {
  const others = (await listNews(trx)).filter(n => n.source !== source || n.text !== text);
  await writeNote(trx, 'source_news', JSON.stringify(others));
}
