import { z } from 'zod';
import { hasNoUser, isClearAddress } from '../core/addresses.js';
import { MONTH_NAMES } from '../core/calendar/days.js';
import { DATE_ORDERS } from '../core/calendar/written-dates.js';
import { isZone } from '../core/calendar/zones.js';
import { isCurrency } from '../core/money/currencies.js';
import { countryCode } from '../core/text/countries.js';
import { camel, wordsOf } from '../core/text/header-words.js';
import { isLinesUrl } from '../store/engine/clickhouse/address.js';

/**
 * A setting: its schema, an example, and how much of its value may appear in messages and logs. The name is
 * that of the environment variable. .env.example explains each; a test compares the two.
 */
export interface Setting {
  readonly schema: z.ZodType;
  readonly example: string;
  /** `never`: it is a secret. `address`: it may contain a user and a password, which are hidden. */
  readonly shown: 'whole' | 'never' | 'address';
}

const zone = z.string().refine(isZone, 'is not an IANA time zone');
const currency = z
  .string()
  .transform(s => s.toUpperCase())
  .refine(isCurrency, 'is not an ISO 4217 currency code');

/** A month by its number, or by its name or the first three letters of it. */
const month = z.string().transform((text, context) => {
  const name = text.toLowerCase();
  const byName = MONTH_NAMES.findIndex(m => m.toLowerCase() === name || m.slice(0, 3).toLowerCase() === name);
  const number = byName >= 0 ? byName + 1 : Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 12) return number;
  context.addIssue({ code: 'custom', message: 'must be a month: its number, 1 to 12, or its name' });
  return z.NEVER;
});

/** The edges of number groups, by column. */
const numberGroups = z
  .string()
  .default('')
  .transform((text, context) => {
    const groups = new Map<string, readonly number[]>();
    for (const part of text.split(';').filter(p => p.trim() !== '')) {
      const [column = '', list = ''] = part.split(':');
      const edges = list.split(',').map(Number);
      const isAscending = edges.every(
        (edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]!),
      );
      if (column.trim() === '' || list.trim() === '' || !isAscending)
        context.addIssue({
          code: 'custom',
          message: 'must be COLUMN:EDGE,EDGE,... with edges in ascending order; separate columns with ;',
        });
      groups.set(camel(wordsOf(column)), edges);
    }
    return groups;
  });

const yesOrNoUnless = (usual: 'true' | 'false') =>
  z
    .enum(['true', 'false', 'yes', 'no'], 'must be true or false')
    .default(usual)
    .transform(word => word === 'true' || word === 'yes');
const yesOrNo = yesOrNoUnless('false');

/** Both limits are included. */
const wholeNumber = (least: number, most: number, usual: number) =>
  z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(least, `must be ${least} to ${most}`)
    .max(most, `must be ${least} to ${most}`)
    .default(usual);

/** Every setting, by its environment variable. */
export const settings = {
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^(sqlite:|postgres(ql)?:\/\/).+/, {
        error: 'must be sqlite: and a path, or postgres://user:password@host/database',
        abort: true,
      })
      .refine(
        isClearAddress,
        'must be unambiguous: in a user or password write @ as %40, / as %2F, : as %3A, # as %23, ? as %3F',
      )
      .default('sqlite:data/shopkeeper.sqlite'),
    example: 'sqlite:data/shopkeeper.sqlite',
    shown: 'address',
  },
  LINES_URL: {
    schema: z.string().refine(isLinesUrl, 'must be clickhouse://user:password@host:8123/database').optional(),
    example: 'clickhouse://shopkeeper:secret@localhost:8123/shop',
    shown: 'address',
  },
  LINES_CLUSTER: {
    schema: z.string().regex(/^\w+$/, 'must be the name of a cluster').optional(),
    example: 'shop',
    shown: 'whole',
  },
  LINES_VIEW: {
    schema: z
      .string()
      .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/, 'must be a table or view')
      .optional(),
    example: 'warehouse.sales',
    shown: 'whole',
  },
  SHOP_CURRENCY: { schema: currency.optional(), example: 'EUR', shown: 'whole' },
  RATES_FILE: { schema: z.string().optional(), example: 'data/eurofxref-hist.csv', shown: 'whole' },
  SHOP_TIMEZONE: { schema: zone.default('UTC'), example: 'Europe/Berlin', shown: 'whole' },
  DATE_ORDER: {
    schema: z.enum(DATE_ORDERS, 'must be mdy, dmy or ymd').optional(),
    example: 'dmy',
    shown: 'whole',
  },
  MAX_REFUSED_PERCENT: {
    schema: z.coerce
      .number('must be a number')
      .min(0, 'must be 0 to 100')
      .max(100, 'must be 0 to 100')
      .default(5),
    example: '5',
    shown: 'whole',
  },
  EXCLUDED_STATUSES: {
    schema: z
      .string()
      .default('')
      .transform(list =>
        list
          .split(',')
          .map(status => status.trim())
          .filter(status => status !== ''),
      ),
    example: 'Cancelled,Refunded',
    shown: 'whole',
  },
  FISCAL_YEAR_START: { schema: month.optional(), example: 'april', shown: 'whole' },
  SHOP_COUNTRY: { schema: countryCode.optional(), example: 'DE', shown: 'whole' },
  HEMISPHERE: {
    schema: z.enum(['north', 'south'], 'must be north or south').default('north'),
    example: 'south',
    shown: 'whole',
  },
  REFUNDS_COUNT_ON: {
    schema: z.enum(['refund-day', 'order-day'], 'must be refund-day or order-day').default('refund-day'),
    example: 'order-day',
    shown: 'whole',
  },
  NUMBER_GROUPS: { schema: numberGroups, example: 'age:18,30,50;income:25000,50000,100000', shown: 'whole' },
  SEGMENT_MAP: { schema: z.string().default('five'), example: 'eleven', shown: 'whole' },
  SEGMENT_OPTIONS: {
    schema: z.string().default(''),
    example: 'scoring:rank frequency:lines',
    shown: 'whole',
  },
  SLACK_MODE: {
    schema: z.enum(['socket', 'http'], 'must be socket or http').default('socket'),
    example: 'socket',
    shown: 'whole',
  },
  SLACK_BOT_TOKEN: {
    schema: z
      .string()
      .regex(/^xoxb-/, 'must start with xoxb-')
      .optional(),
    example: 'xoxb-...',
    shown: 'never',
  },
  SLACK_APP_TOKEN: {
    schema: z
      .string()
      .regex(/^xapp-/, 'must start with xapp-')
      .optional(),
    example: 'xapp-...',
    shown: 'never',
  },
  SLACK_SIGNING_SECRET: {
    schema: z.string().min(8, 'is too short for a signing secret').optional(),
    example: '8f742231b10e...',
    shown: 'never',
  },
  SLACK_API_URL: {
    schema: z
      .url('must be a URL')
      .refine(
        hasNoUser,
        'must have no user or password in it: the app identifies itself with SLACK_BOT_TOKEN',
      )
      .default('https://slack.com/api/'),
    example: 'https://slack.com/api/',
    shown: 'address',
  },
  // Not checked here, since some shells export a HOST of their own that is never used.
  HOST: { schema: z.string().default('127.0.0.1'), example: '0.0.0.0', shown: 'whole' },
  PORT: { schema: wholeNumber(0, 65_535, 3000), example: '3000', shown: 'whole' },
  METRICS: { schema: yesOrNo, example: 'true', shown: 'whole' },
  STOP_GRACE_SECONDS: { schema: wholeNumber(0, 600, 6), example: '20', shown: 'whole' },
  ANSWER_QUESTIONS: { schema: yesOrNoUnless('true'), example: 'false', shown: 'whole' },
  SLACK_MCP: { schema: yesOrNo, example: 'true', shown: 'whole' },
  ANSWER_IN_THREADS: { schema: yesOrNo, example: 'true', shown: 'whole' },
  ALLOW_GUESTS: { schema: yesOrNo, example: 'true', shown: 'whole' },
  ALLOW_EXTERNAL: { schema: yesOrNo, example: 'true', shown: 'whole' },
  ALLOW_BOTS: { schema: yesOrNo, example: 'true', shown: 'whole' },
  ACCESS_FILE: { schema: z.string().optional(), example: 'access.yml', shown: 'whole' },
  RETENTION_MONTHS: { schema: wholeNumber(0, 600, 0), example: '36', shown: 'whole' },
  AUDIT_DAYS: { schema: wholeNumber(0, 3_650, 365), example: '90', shown: 'whole' },
  QUESTIONS_PER_MINUTE: { schema: wholeNumber(0, 10_000, 120), example: '30', shown: 'whole' },
  EXPORTS_PER_HOUR: { schema: wholeNumber(0, 10_000, 30), example: '10', shown: 'whole' },
  SLACK_FILE_MB: { schema: wholeNumber(1, 1_000, 50), example: '20', shown: 'whole' },
  DIGEST_CHANNEL: {
    schema: z
      .string()
      .regex(/^[CGD][A-Z0-9]+$/, 'must be a channel id (in Slack: channel details, at the bottom)')
      .optional(),
    example: 'C0123456789',
    shown: 'whole',
  },
  OPS_CHANNEL: {
    schema: z
      .string()
      .regex(/^[CGDU][A-Z0-9]+$/, 'must be the id of a channel or a person')
      .optional(),
    example: 'C0123456789',
    shown: 'whole',
  },
  DIGEST_CRON: { schema: z.string().default('0 9 * * 1'), example: '0 9 * * 1', shown: 'whole' },
  DIGEST_OPTIONS: {
    schema: z.string().default(''),
    example: 'monthly country:Spain quiet:nothing',
    shown: 'whole',
  },
  DIGEST_MANAGERS: {
    schema: z
      .string()
      .default('')
      .transform(list => list.split(/[\s,]+/).filter(id => id !== ''))
      .refine(
        ids => ids.every(id => /^[UW][A-Z0-9]+$/.test(id)),
        'must be ids of people, with commas between',
      ),
    example: 'U0123456789,U0987654321',
    shown: 'whole',
  },
  COMPUTE_PROCESSES: {
    schema: z.coerce
      .number('must be a number')
      .int('must be whole')
      .min(0, 'must be 0 to 16')
      .max(16, 'must be 0 to 16')
      .optional(),
    example: '2',
    shown: 'whole',
  },
  COMPUTE_SECONDS: { schema: wholeNumber(1, 3_600, 120), example: '60', shown: 'whole' },
  CHART_WORKERS: { schema: wholeNumber(1, 16, 2), example: '2', shown: 'whole' },
  CHART_FONT: {
    schema: z.string().optional(),
    example: '/usr/share/fonts/NotoSansCJK-Regular.ttc',
    shown: 'whole',
  },
  LLM_BASE_URL: {
    schema: z
      .url({ protocol: /^https?$/, error: 'must be a URL that starts with http:// or https://' })
      .refine(hasNoUser, 'must have no user or password in it: the key is LLM_API_KEY')
      .optional(),
    example: 'http://localhost:11434/v1',
    shown: 'address',
  },
  LLM_MODEL: { schema: z.string().optional(), example: 'qwen3:8b', shown: 'whole' },
  LLM_API_KEY: {
    schema: z
      .string()
      .regex(/^[!-~]+$/, 'must be letters, digits and signs without spaces')
      .optional(),
    example: 'sk-...',
    shown: 'never',
  },
  LLM_TIMEOUT_SECONDS: { schema: wholeNumber(1, 60, 8), example: '8', shown: 'whole' },
  LOG_LEVEL: {
    schema: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal'],
        'must be trace, debug, info, warn, error or fatal',
      )
      .default('info'),
    example: 'info',
    shown: 'whole',
  },
  LOG_FORMAT: {
    schema: z.enum(['json', 'text'], 'must be json or text').default('json'),
    example: 'json',
    shown: 'whole',
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
