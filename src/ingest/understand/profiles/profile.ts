import type { PartKind } from '../money/money.js';
import type { RoleKey } from '../roles.js';
import type { RowKind } from '../rows/row-rules.js';
import type { Survey } from '../survey.js';
import type { OtherNames, ProfileFile } from './profile-file.js';

/**
 * A known export of a shop system: how it is known, and what each of its columns means. One file in systems/
 * each. Headers are compared as words, whatever their case, spaces and marks.
 */
export interface Profile {
  /** What people call the file: `Shopify orders`. */
  readonly name: string;
  readonly signature: {
    /** Headers that the export always has. */
    readonly all: readonly string[];
    /** Headers of which it has at least one. */
    readonly any?: readonly string[];
    /** Headers by which another system's export is told. */
    readonly none?: readonly string[];
  };
  /** What else headers are called, in older versions and in other languages. */
  readonly otherNames?: OtherNames;
  /** The columns of these roles: the first of the headers that is there. Null where a role has no column. */
  readonly roles: Readonly<Partial<Record<RoleKey, string | readonly string[] | null>>>;
  /**
   * How revenue follows from the columns. It tests by sums that the file is what it seems; the first way
   * whose proof holds is taken.
   * @returns undefined where no way holds: the file is then read as any other
   */
  money(file: ProfileFile): ProfileMoney | undefined;
  /** What rows with certain values are; asked of the file where that hangs on more than the values. */
  readonly rows?: readonly ProfileRule[] | ((file: ProfileFile) => readonly ProfileRule[]);
  /** Columns that are neither a figure nor a breakdown. */
  readonly ignore?: readonly string[];
  /** ISO 4217, where amounts are always in it, whatever currencies the file names besides. */
  readonly currency?: string;
  /** ISO 4217 by what the file's own values or headers say: the marketplace, the language of the report. */
  readonly currencyOf?: (survey: Survey) => string | undefined;
  /**
   * The column of the customer's e-mail in rows that are returns, where the one of the role `email` has the
   * shop's own there. In a file without it, customers are known by their other columns.
   */
  readonly emailOfReturns?: string;
  /** Values of the customer's columns that stand for nobody, lower-case, beside the usual ones. */
  readonly nobody?: readonly string[];
  /** For docs/ingest.md, in a few words each. */
  readonly documentation: {
    readonly revenue: string;
    readonly leftOut: string;
  };
}

/** How revenue follows, by header. */
export interface ProfileMoney {
  readonly base:
    | {
        readonly amount: string;
        readonly per?: 'line' | 'order';
        /** The columns that count where it is blank, the first that is not; 0 where all are. */
        readonly instead?: readonly string[];
      }
    | { readonly quantity: string; readonly price: string };
  /** The order's net sales, which its lines are brought to add up to. */
  readonly orderNet?: string;
  readonly parts?: readonly ProfilePart[];
  /** Sentences for the person: what had to be assumed. */
  readonly says?: readonly string[];
}

/** A figure beside the sales, by header; left out where the file lacks the column. */
export interface ProfilePart {
  readonly what: PartKind;
  readonly column: string;
  /** `line` unless given. */
  readonly per?: 'line' | 'unit' | 'order';
  /** `money` unless given. */
  readonly unit?: 'money' | 'percent' | 'fraction' | 'included' | 'pieces' | 'piecesAtPrice';
  /** -1 where the export writes it with a minus; 1 unless given. */
  readonly sign?: 1 | -1;
  /** What revenue changes by for 1.00 in the column; 0 unless given. */
  readonly factor?: -1 | 0 | 1;
  /**
   * For a refund: the header of the order's total that it was paid back of. For a tax: that of the total,
   * with shipping, that it is in.
   */
  readonly ofTotal?: string;
  /** For a refund: the column has what is left of the order's total, and nothing where none was paid back. */
  readonly isRemainder?: boolean;
  /**
   * For a refund of the line: the header of how many pieces came back; a return then stands beside the
   * line.
   */
  readonly pieces?: string;
  /**
   * For a refund of the order: the headers of what its goods came to before it, the first less the others.
   * Where the lines come to less than that, the refund is within them already.
   */
  readonly ofGoods?: readonly string[];
}

/** Values of a column. */
export interface ProfileValues {
  readonly column: string;
  /** A pattern is for the value in lower case, without accents. */
  readonly values: readonly string[] | RegExp | 'filled' | 'blank';
}

/** What rows with these values of a column are. */
export interface ProfileRule extends ProfileValues {
  /** What the rows must have as well, in another column. */
  readonly and?: ProfileValues;
  readonly kind: RowKind;
  readonly what: string;
}
