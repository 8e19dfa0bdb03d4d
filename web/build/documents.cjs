'use strict';
// What our own client asks: typed by GraphQL Code Generator from the schema, and known by its hash.
const fs = require('node:fs');
const path = require('node:path');
const { buildSchema } = require('graphql');
const { codegen } = require('@graphql-codegen/core');
const operations = require('@graphql-codegen/typescript-operations');
const { readFiles, readOperations } = require('./read-operations.cjs');

const SCALARS = { Date: 'string', DateTime: 'string', ID: 'string' };

const HEAD = `// Made from web/documents and schema/schema.graphql by web/build/documents.cjs.
import { asked } from '../kit/asked';

`;

/** Writes the types of what is asked and answered, and one constant for each operation. */
async function writeDocuments(root) {
  const folder = path.join(root, 'web/documents');
  const schema = buildSchema(fs.readFileSync(path.join(root, 'schema/schema.graphql'), 'utf8'));
  const types = await codegen({
    filename: 'operations.ts',
    schemaAst: schema,
    documents: process.env.LINLI_LENIENT_PAGES ? fitting(schema, readFiles(folder)) : readFiles(folder),
    config: {},
    plugins: [{ operations: CONFIG }],
    pluginMap: { operations },
  });
  const constants = readOperations(folder).map(constantOf).join('');
  const generated = path.join(root, 'web/generated');
  fs.mkdirSync(generated, { recursive: true });
  writeWhenOther(path.join(generated, 'operations.ts'), `${HEAD}${types}\n\n${constants}`);
}

/** TEMPORARY: what somebody is in the midst of writing is left out. */
function fitting(schema, files) {
  const kept = fittingOnce(schema, files);
  return kept.length === files.length ? kept : fitting(schema, kept);
}

function fittingOnce(schema, files) {
  const { validate, specifiedRules, Kind } = require('graphql');
  const fragments = files.flatMap(({ document }) =>
    document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
  );
  const rules = specifiedRules.filter(({ name }) => name !== 'NoUnusedFragmentsRule');
  return files.filter(({ document, location }) => {
    const own = new Set(document.definitions);
    const whole = {
      kind: 'Document',
      definitions: [...document.definitions, ...fragments.filter((each) => !own.has(each))],
    };
    const wrong = validate(schema, whole, rules).filter(({ nodes }) =>
      (nodes ?? []).some((node) => node.loc?.source === document.loc?.source),
    );
    if (wrong.length > 0) process.stdout.write(`left out ${location}: ${wrong[0].message}\n`);
    return wrong.length === 0;
  });
}

const CONFIG = {
  scalars: SCALARS,
  enumType: 'string-literal',
  avoidOptionals: { field: true },
};

function constantOf({ name, kind, hash }) {
  const types = `${name}${kind === 'query' ? 'Query' : 'Mutation'}`;
  const hashed = `'${kind}', '${name}', '${hash}'`;
  return `export const ${name} = asked<${types}, ${types}Variables>(${hashed});\n`;
}

/** What is as it was keeps its time, so that nobody builds anew for it. */
function writeWhenOther(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.writeFileSync(file, text);
}

module.exports = { writeDocuments };

if (require.main === module) void writeDocuments(path.resolve(__dirname, '../..'));
