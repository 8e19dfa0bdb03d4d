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
    documents: readFiles(folder),
    config: {},
    plugins: [{ operations: CONFIG }],
    pluginMap: { operations },
  });
  const constants = readOperations(folder).map(constantOf).join('');
  const generated = path.join(root, 'web/generated');
  fs.mkdirSync(generated, { recursive: true });
  writeWhenOther(path.join(generated, 'operations.ts'), `${HEAD}${types}\n\n${constants}`);
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
