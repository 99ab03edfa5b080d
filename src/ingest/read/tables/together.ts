import { plural } from '../../../core/answer/format.js';
import type { RolesNamed, Table } from '../table.js';
import { evidenceIn, isOfOtherRecords } from './evidence.js';
import { joined } from './joined.js';
import { type Link, linksOf, sharedByMany } from './links.js';
import type { NamedTable } from './named-table.js';
import { type JoinPlan, joinPlans } from './plan.js';
import { MOST_LOOKED_UP, type Profile, profileOf } from './profile.js';
import { partsThatGoTogether } from './same-columns.js';
import { joinSentences, theTable, type Unused } from './sentences.js';

/** Tables that are loaded as one. */
export interface Load {
  readonly table: Table;
  readonly of: readonly NamedTable[];
}

/** What several tables are together. */
export interface Together {
  /** What there is to load, the most telling first. */
  readonly loads: readonly Load[];
  readonly unused: readonly Unused[];
}

/** Tables that are looked at for what they have to do with each other. */
const MOST_JOINED = 24;

/**
 * Decides what tables have to do with each other: those with the same columns are parts of one, those whose
 * values are keys of another are joined to it, one to many. Nothing is joined that would count an amount
 * several times.
 * @throws IngestError where a table is too large to look up what others name
 */
export async function together(tables: readonly NamedTable[], rolesNamed: RolesNamed): Promise<Together> {
  const { parts, unused, apart } = withoutOtherRecords(
    await partsThatGoTogether(tables, rolesNamed),
    rolesNamed,
  );
  const [only] = parts;
  if (only && parts.length === 1 && apart.length === 0)
    return { loads: [{ table: only.table, of: [only] }], unused };
  if (parts.length <= 1) return { loads: [...parts, ...apart].map(loadOf), unused };
  const score = (table: NamedTable) => evidenceIn(table, rolesNamed).score;
  const ranked = [...parts].sort((a, b) => score(b) - score(a));
  const profiles: Profile[] = [];
  for (const part of parts)
    if (ranked.indexOf(part) < MOST_JOINED) profiles.push(await profileOf(part, rolesNamed));
  const links: Link[] = [];
  for (const profile of profiles) links.push(...(await linksOf(profile, profiles)));
  const plans = withoutSummaries(joinPlans(profiles, links));
  const loads: Load[] = [];
  for (const plan of plans) loads.push(await loadOfPlan(plan));
  const used = new Set(plans.flatMap(plan => [plan.base, ...plan.steps.map(s => s.link.one)]));
  const [likeliest] = ranked;
  // Where nothing is a sale, the refusal of the likeliest says what it lacks.
  if (loads.length === 0 && likeliest) loads.push(loadOf(likeliest));
  const left = profiles.filter(p => !used.has(p) && (plans.length > 0 || p.source !== likeliest));
  return {
    loads: [...loads, ...apart.map(loadOf)],
    unused: [
      ...unused,
      ...left.map(profile => ({ table: profile.source, why: whyUnused(profile, plans) })),
      ...ranked
        .slice(MOST_JOINED)
        .map(table => ({ table, why: `there are more than ${MOST_JOINED} tables` })),
    ],
  };
}

/** Stock that was counted, or what was bought, has days and amounts too: beside sales it is not read. */
function withoutOtherRecords(
  found: Awaited<ReturnType<typeof partsThatGoTogether>>,
  rolesNamed: RolesNamed,
): typeof found {
  const isSales = (table: NamedTable) => evidenceIn(table, rolesNamed).isSales;
  const others = found.parts.filter(table => isOfOtherRecords(table) && isSales(table));
  const parts = found.parts.filter(table => !others.includes(table));
  if (others.length === 0 || !parts.some(isSales)) return found;
  const why = 'by its name it is no record of sales';
  return { ...found, parts, unused: [...found.unused, ...others.map(table => ({ table, why }))] };
}

const loadOf = (table: NamedTable): Load => ({ table: table.table, of: [table] });

/** Monthly totals beside the sales that they are of would count them twice. */
function withoutSummaries(plans: readonly JoinPlan[]): JoinPlan[] {
  const sales = plans.filter(plan => !plan.base.evidence.isSummary);
  return sales.length > 0 ? sales : [...plans];
}

async function loadOfPlan(plan: JoinPlan): Promise<Load> {
  const { base, steps } = plan;
  if (steps.length === 0) return loadOf(base.source);
  const { table, lookUps } = await joined(plan);
  const assumptions = [...joinSentences(plan, lookUps), ...(table.assumptions ?? [])];
  return {
    table: { ...table, assumptions },
    of: [base.source, ...steps.map(step => step.link.one.source)],
  };
}

/** Why a table was left out: most of all, that joining it would count amounts several times. */
function whyUnused(profile: Profile, plans: readonly JoinPlan[]): string {
  if (profile.isTooLong) return `it has more than ${plural(MOST_LOOKED_UP, 'row')}, too many to look up`;
  if (profile.evidence.isSummary) return profile.evidence.whyNot;
  const others = plans.flatMap(plan => [plan.base, ...plan.steps.map(s => s.link.one)]);
  for (const other of others) {
    const shared = sharedByMany(profile, other);
    if (shared)
      return (
        `"${profile.source.table.header[shared.column]}" repeats in it, for example ${shared.value}, ` +
        'so that ' +
        `joining it to ${theTable(other.source)} would count amounts several times`
      );
  }
  return alone(profile);
}

function alone({ evidence }: Profile): string {
  const why = evidence.isSales ? '' : `${evidence.whyNot}, and `;
  return `${why}no column of it is a key that the others name`;
}
