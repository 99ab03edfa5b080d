/**
 * Writes admin.graphql: the part of Shopify's published Admin schemas that the queries of
 * `src/sources/shopify` use, from the npm package `@shopify/dev-mcp` (ISC), which is too large to depend on:
 *
 *   npm pack @shopify/dev-mcp && tar xzf shopify-dev-mcp-*.tgz
 *   npx tsx test/support/shopify/make-schema.mjs package/dist/data 2026-01 2026-04 2026-07 2026-10
 *
 * It fails if a query is not valid in one of the versions, or if they differ in what is used.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  buildClientSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { QUERIES } from '../../../src/sources/shopify/queries.ts';

/** The arguments that the queries give. */
const ARGUMENTS = new Set(['id', 'first', 'after', 'query', 'sortKey']);

const [folder, ...versions] = process.argv.slice(2);
const parts = versions.map(version => [version, partOf(schemaOf(version))]);
const [[, first]] = parts;
for (const [version, part] of parts)
  if (part !== first) throw new Error(`${version} differs from ${versions[0]} in what is used`);
const head = `# Of Shopify's published Admin schemas ${versions.join(', ')},
# as npm's @shopify/dev-mcp has them
# (Copyright 2025-present, Shopify Inc., ISC License): what the queries use. Written by make-schema.mjs.
`;
writeFileSync(
  new URL('admin.graphql', import.meta.url),
  `${head}\nschema {\n  query: QueryRoot\n}\n\n${first}`,
);

function schemaOf(version) {
  const packed = readFileSync(`${folder}/admin_${version}.json.gz`);
  return buildClientSchema(JSON.parse(gunzipSync(packed)).data);
}

function partOf(schema) {
  const used = new Map();
  const use = (type, field) => {
    const fields = used.get(type) ?? new Set();
    if (field) fields.add(field);
    used.set(type, fields);
  };
  for (const query of QUERIES) {
    const document = parse(query);
    const [error] = validate(schema, document);
    if (error) throw error;
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: () => {
          const parent = types.getParentType();
          const field = types.getFieldDef();
          use(parent.name, field.name);
          use(getNamedType(field.type).name);
          for (const arg of field.args) if (ARGUMENTS.has(arg.name)) use(getNamedType(arg.type).name);
        },
      }),
    );
  }
  // An object has the fields that were asked of its interfaces.
  for (const [name, fields] of [...used]) {
    const type = schema.getType(name);
    if (!isAbstractType(type)) continue;
    for (const object of schema.getPossibleTypes(type)) for (const field of fields) use(object.name, field);
  }
  const names = [...used.keys()].sort();
  return names
    .flatMap(name => textOf(schema.getType(name), used) ?? [])
    .join('\n\n')
    .concat('\n');
}

function textOf(type, used) {
  if (isSpecifiedScalarType(type)) return undefined;
  if (isScalarType(type)) return `scalar ${type.name}`;
  // Hundreds of countries and currencies prove nothing.
  if (isEnumType(type) && type.getValues().length > 50) return `scalar ${type.name}`;
  if (isEnumType(type))
    return `enum ${type.name} {\n${type
      .getValues()
      .map(v => `  ${v.name}`)
      .join('\n')}\n}`;
  if (isInputObjectType(type)) return print(type.astNode);
  const keyword = isObjectType(type) ? 'type' : 'interface';
  const interfaces = type
    .getInterfaces()
    .filter(i => used.has(i.name))
    .map(i => i.name);
  const is = interfaces.length > 0 ? ` implements ${interfaces.join(' & ')}` : '';
  const fields = Object.values(type.getFields()).filter(f => used.get(type.name).has(f.name));
  return `${keyword} ${type.name}${is} {\n${fields.map(fieldText).join('\n')}\n}`;
}

function fieldText(field) {
  const args = field.args.filter(a => ARGUMENTS.has(a.name)).map(a => `${a.name}: ${a.type}`);
  return `  ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}: ${field.type}`;
}
