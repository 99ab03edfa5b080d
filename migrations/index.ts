import type { Knex } from 'knex';
import * as sales from './0001_sales.js';
import * as summaries from './0002_summaries.js';
import * as lineColumns from './0003_line_columns.js';
import * as scores from './0004_scores.js';
import * as subscriptions from './0005_subscriptions.js';
import * as digestRetries from './0006_digest_retries.js';
import * as loadsAgain from './0007_loads_again.js';
import * as unsentReplies from './0008_unsent_replies.js';
import * as lineParts from './0009_line_parts.js';
import * as mappings from './0010_mappings.js';
import * as linePartColumns from './0011_line_part_columns.js';
import * as auditLog from './0012_audit_log.js';
import * as goals from './0013_goals.js';
import * as actions from './0014_actions.js';
import * as sources from './0015_sources.js';
import * as feedbackVotes from './0016_feedback_votes.js';
import * as customerJoins from './0017_customer_joins.js';
import * as forgottenCustomers from './0018_forgotten_customers.js';
import * as sourcePayments from './0019_source_payments.js';
import * as exchangeRates from './0020_exchange_rates.js';
import * as linesElsewhere from './0021_lines_elsewhere.js';
import * as customerNameIndexes from './0022_customer_name_indexes.js';

interface Migration {
  readonly name: string;
  up(knex: Knex): Promise<void>;
  down(knex: Knex): Promise<void>;
}

/** Every migration in order. Names carry no file extension, so that .ts and built .js stores are the same. */
const migrations: readonly Migration[] = [
  { name: '0001_sales', ...sales },
  { name: '0002_summaries', ...summaries },
  { name: '0003_line_columns', ...lineColumns },
  { name: '0004_scores', ...scores },
  { name: '0005_subscriptions', ...subscriptions },
  { name: '0006_digest_retries', ...digestRetries },
  { name: '0007_loads_again', ...loadsAgain },
  { name: '0008_unsent_replies', ...unsentReplies },
  { name: '0009_line_parts', ...lineParts },
  { name: '0010_mappings', ...mappings },
  { name: '0011_line_part_columns', ...linePartColumns },
  { name: '0012_audit_log', ...auditLog },
  { name: '0013_goals', ...goals },
  { name: '0014_actions', ...actions },
  { name: '0015_sources', ...sources },
  { name: '0016_feedback_votes', ...feedbackVotes },
  { name: '0017_customer_joins', ...customerJoins },
  { name: '0018_forgotten_customers', ...forgottenCustomers },
  { name: '0019_source_payments', ...sourcePayments },
  { name: '0020_exchange_rates', ...exchangeRates },
  { name: '0021_lines_elsewhere', ...linesElsewhere },
  { name: '0022_customer_name_indexes', ...customerNameIndexes },
];

/** Imports the migrations statically: Knex's own directory reader fails on .ts files and on ES modules. */
export const migrationSource: Knex.MigrationSource<Migration> = {
  getMigrations: async () => [...migrations],
  getMigrationName: migration => migration.name,
  getMigration: async migration => migration,
};
