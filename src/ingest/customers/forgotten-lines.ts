import type { Dimension } from '../../store/tables/dimensions.js';
import type { ForgottenCustomers } from '../../store/tables/forgotten-customers.js';
import { isPersonalIn, type Known, REMOVED } from './personal-values.js';

/** A value on a line. */
interface Value {
  readonly value: string;
  readonly label: string | null;
}

/** A line as a file or source has it. */
interface NamedLine {
  readonly customer: Known | null;
  readonly dimensions: readonly (Value | null)[];
}

/** Ids that were looked up are remembered, up to so many. */
const REMEMBERED = 20_000;

/** Takes what the store forgot of customers out of what a file or source says of them. */
export class ForgottenLines {
  readonly #aliases = new Map<string, string | undefined>();
  readonly #isPersonal: readonly ReturnType<typeof isPersonalIn>[];

  /** @param dimensions those of the lines, in their order */
  constructor(
    private readonly forgotten: ForgottenCustomers,
    dimensions: readonly Pick<Dimension, 'key' | 'label' | 'level'>[] = [],
  ) {
    this.#isPersonal = dimensions.map(isPersonalIn);
  }

  /** The lines, those of forgotten customers without names, under the ids that they have since. */
  lines<Line extends NamedLine>(lines: readonly Line[]): readonly Line[] {
    if (this.forgotten.isEmpty) return lines;
    return lines.map(line => {
      if (!line.customer) return line;
      const customer = this.customer(line.customer);
      if (customer === line.customer) return line;
      if (customer.key === line.customer.key) return { ...line, customer };
      const known = [line.customer];
      const dimensions = line.dimensions.map((value, i) => this.#value(value, i, known));
      return { ...line, customer, dimensions };
    });
  }

  /** A customer as the store knows them. */
  customer(customer: Known): Known {
    const { key, email } = customer;
    const alias = this.#aliasOf(key);
    if (alias !== undefined) return { key: alias, name: null, email: null };
    // Another customer with the address of a forgotten one: a family's, or the same person under another id.
    return email !== null && this.#aliasOf(email) !== undefined ? { key, name: null, email: null } : customer;
  }

  #value(value: Value | null, place: number, known: readonly Known[]): Value | null {
    return value && this.#isPersonal[place]?.(value, known) ? { value: REMOVED, label: null } : value;
  }

  #aliasOf(text: string): string | undefined {
    if (this.forgotten.isEmpty) return undefined;
    if (this.#aliases.has(text)) return this.#aliases.get(text);
    if (this.#aliases.size >= REMEMBERED) this.#aliases.clear();
    const alias = this.forgotten.aliasOf(text);
    this.#aliases.set(text, alias);
    return alias;
  }
}
