'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { parse, print, visit } = require('graphql');

/** The files of a folder of documents, with what they mean. */
function readFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({
      location: file,
      document: parse(fs.readFileSync(path.join(folder, file), 'utf8')),
    }));
}

/**
 * Every operation with the fragments that it uses, wherever they stand: its text as GraphQL prints
 * it, and the SHA-256 of that in hexadecimal. Comments and spaces do not count.
 */
function readOperations(folder) {
  const definitions = readFiles(folder).flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions
      .filter(({ kind }) => kind === 'FragmentDefinition')
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return definitions
    .filter(({ kind }) => kind === 'OperationDefinition')
    .map((operation) => {
      const used = [...fragmentsOf(operation, fragments)].map((name) => fragments.get(name));
      const text = print({ kind: 'Document', definitions: [operation, ...used] });
      const hash = createHash('sha256').update(text).digest('hex');
      return { name: operation.name.value, kind: operation.operation, hash, text };
    });
}

function fragmentsOf(node, fragments, found = new Set()) {
  visit(node, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value) || !fragments.has(value)) return;
      found.add(value);
      fragmentsOf(fragments.get(value), fragments, found);
    },
  });
  return found;
}

module.exports = { readFiles, readOperations };
