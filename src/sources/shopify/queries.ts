/**
 * The version of the Admin API that is asked for. The queries are valid in each version that a test has the
 * schema of (test/sources/shopify); Shopify supports a version for a year.
 */
export const API_VERSION = '2026-07';

/** Who asks, what they may read, and whose shop it is. */
export const SHOP_QUERY = `query Shop {
  shop { name currencyCode ianaTimezone }
  currentAppInstallation { accessScopes { handle } }
  publicApiVersions { handle supported }
}`;

const MONEY = 'shopMoney { amount currencyCode }';

const SALES = `
  pageInfo { hasNextPage endCursor }
  nodes {
    id
    actionType
    lineType
    quantity
    totalAmount { ${MONEY} }
    totalTaxAmount { ${MONEY} }
    totalDiscountAmountBeforeTaxes { ${MONEY} }
    ... on ProductSale {
      lineItem { name product @include(if: $products) { productType } }
    }
  }`;

const AGREEMENTS = `
  pageInfo { hasNextPage }
  edges {
    cursor
    node { id happenedAt sales(first: $sales) { ${SALES} } }
  }`;

const ORDER = `
  id
  name
  test
  updatedAt
  cancelledAt
  sourceName
  displayFinancialStatus
  email @include(if: $customers)
  customer @include(if: $customers) { id displayName defaultEmailAddress { emailAddress } }
  displayAddress @include(if: $customers) { countryCodeV2 city zip }
  retailLocation @include(if: $locations) { name }
  agreements(first: $agreements) { ${AGREEMENTS} }`;

const RIGHTS = '$customers: Boolean!, $products: Boolean!, $locations: Boolean!';

/** Orders that changed from a time on, the oldest change first. */
export const ORDERS_QUERY = `query Orders(
  $query: String!, $first: Int!, $after: String, $agreements: Int!, $sales: Int!, ${RIGHTS}
) {
  orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes { ${ORDER} }
  }
}`;

/** More agreements of an order than its page had. */
export const AGREEMENTS_QUERY = `query Agreements(
  $id: ID!, $agreements: Int!, $after: String, $sales: Int!, $products: Boolean!
) {
  order(id: $id) {
    agreements(first: $agreements, after: $after) { ${AGREEMENTS} }
  }
}`;

/** More sales of an agreement than its page had: it can only be asked for by its place in the order. */
export const SALES_QUERY = `query Sales(
  $id: ID!, $agreement: String, $after: String, $sales: Int!, $products: Boolean!
) {
  order(id: $id) {
    agreements(first: 1, after: $agreement) {
      nodes { id sales(first: $sales, after: $after) { ${SALES} } }
    }
  }
}`;

/** Every query that is sent. */
export const QUERIES = [SHOP_QUERY, ORDERS_QUERY, AGREEMENTS_QUERY, SALES_QUERY] as const;
