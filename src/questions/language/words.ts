/** A segment as a word of a question: `at-risk` for At-Risk Customers. */
export const segmentWord = (title: string): string => kebab(title).replace(/-customers$/, '');

/** `productLine` -> `product-line`; `At Risk` -> `at-risk` */
export function kebab(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
}
