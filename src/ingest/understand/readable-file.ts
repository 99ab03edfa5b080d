import type { AmountDecimals } from '../../core/money/currencies.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { storedDecimals } from '../../store/tables/amounts.js';
import { listDimensions } from '../../store/tables/dimensions.js';
import type { Table } from '../read/table.js';
import { currencyOfFile, type SettledCurrency } from './currencies/file-currency.js';
import type { PlannedConversion } from './currencies/line-conversion.js';
import type { RateTable } from './currencies/rates.js';
import type { IngestSettings } from './ingest-settings.js';
import type { Mapping } from './mapping.js';
import { withKnownNumbers } from './orders/known-numbers.js';
import { type ColumnMap, saidOf } from './overrides.js';
import { listProfiles } from './profiles/find-profile.js';
import type { ReadingFigures } from './questions/question.js';
import type { Readable } from './questions/settle.js';
import { recognise } from './recognise.js';
import type { Survey } from './survey.js';

/** What a reading of a table gives, over its first rows. */
export type FiguresOf = (
  table: Table,
  mapping: Mapping,
  settings: {
    readonly currency: string;
    /** Those of the store. */
    readonly decimals: AmountDecimals;
    readonly conversion?: PlannedConversion;
  },
) => Promise<ReadingFigures>;

/** A file that was looked at. */
export interface SeenFile {
  readonly file: string;
  readonly table: Table;
  readonly survey: Survey;
}

/** A file of sales, which can be read by whatever is said of its columns. */
export interface ReadableFile extends Readable {
  /** The currency of a reading. @throws IngestError if its amounts cannot be added */
  currency(mapping: Mapping | undefined, said: ColumnMap): SettledCurrency;
}

/** Makes a file readable. @param figuresOf reads its rows as they would be loaded */
export async function readableFile(
  store: StoreReader,
  { file, table, survey }: SeenFile,
  settings: IngestSettings,
  figuresOf: FiguresOf,
  rates?: RateTable,
): Promise<ReadableFile> {
  const { dateOrder, isDateOrderSet, edges, today, zone } = settings;
  const shop = { currency: settings.currency, settled: settings.isCurrencySettled };
  const profiles = await listProfiles();
  const moneyOf = (said: ColumnMap) =>
    currencyOfFile({ file, survey, map: saidOf(said).columns, shop, rates });
  const currency: ReadableFile['currency'] = (mapping, said) => moneyOf(said).settle(mapping);
  return {
    file,
    header: table.header,
    currency,
    read: async map => {
      const said = saidOf(map);
      const { taken, ignored } = moneyOf(map);
      const known = new Map((await listDimensions(store)).map(d => [d.key, d]));
      const mapping = recognise(file, survey, {
        dateOrder: said.dateOrder ?? dateOrder,
        isDateOrderSet,
        saidDateOrder: said.dateOrder,
        isDaily: said.isDaily,
        isOrderDiscount: said.isOrderDiscount,
        isPercentDiscount: said.isPercentDiscount,
        hasTotals: said.hasTotals,
        map: said.columns,
        known,
        edges,
        profiles,
        today,
        zone,
        taken,
        ignored,
      });
      return withKnownNumbers(store, survey, mapping);
    },
    figures: async (mapping, said) => {
      const settled = currency(mapping, said);
      const decimals = await storedDecimals(store, settled.currency);
      return figuresOf(table, mapping, { ...settled, decimals });
    },
  };
}
