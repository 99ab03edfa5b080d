import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';

const WHO =
  String.raw`customer|buyer|client|cust|member|user|kunde\w*|cliente|shopper|patron|purchaser|` +
  'guest|acheteur|comprador|contact|loyalty|debitor|klient|kund|asiakas|musteri';
const ID =
  'id|ids|number|no|nr|num|code|key|username|user name|user id|user|login|handle|ref|' +
  'reference|uuid|guid|account|nummer|card';
const CUSTOMER_ID = new RegExp(
  String.raw`\b(?:${WHO})\b.*\b(?:${ID})\b|^(?:username|user name|nickname|screen name|login)$`,
);

/** Whether a column is named like a customer's id, in other words than those that are listed. */
export const isCalledCustomerId = (c: ColumnSurvey): boolean =>
  CUSTOMER_ID.test(c.name) &&
  !new RegExp(
    String.raw`\b(name first|first name|last name|address|email|phone|type|group|since|rating|note|` +
      String.raw`country|city|vat|tax)\b`,
  ).test(c.name);

/**
 * The customer's columns, the one that tells customers apart first: the id; the e-mail where the id is blank
 * on many rows and each e-mail has one id; else the name.
 */
export function customerColumns(
  sample: Sample,
  {
    id,
    email,
    name,
  }: { readonly id?: ColumnSurvey; readonly email?: ColumnSurvey; readonly name?: ColumnSurvey },
): number[] {
  const order = [id, email, name];
  if (id && email && email.filled > id.filled * 1.05 && isFunction(sample, email, id))
    order.splice(0, 2, email, id);
  return order.flatMap(c => (c ? [c.index] : []));
}

/** Whether each value of a column has one of the other. */
function isFunction(sample: Sample, from: ColumnSurvey, to: ColumnSurvey): boolean {
  const [keys, values] = [sample.texts(from), sample.texts(to)];
  const seen = new Map<string, string>();
  let differ = 0;
  keys.forEach((key, i) => {
    const value = values[i] ?? '';
    if (key === '' || value === '') return;
    const known = seen.get(key);
    if (known === undefined) seen.set(key, value);
    else if (known !== value) differ++;
  });
  return differ <= seen.size * 0.02;
}
