import fs from 'node:fs';
import path from 'node:path';
import { type OperationDefinitionNode, parse } from 'graphql';
import { createSchema } from '../../src/server/schema';
import { ROOT } from './source';

/** What no screen does, and why nobody misses it there. */
const ON_NO_SCREEN: Readonly<Record<string, string>> = {
  cancelDonation: 'Who does not pay a gift leaves its page; it ends by itself.',
  recordService: 'A leader records what several did at once, or what one did.',
};

/** For clients that are no browser: where queries are closed, they have no other way in. */
const FOR_OTHERS = ['ChangesAreTaken', 'Places', 'SignInElsewhere'];

const read = (folder: string, pattern: RegExp) =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .map(String)
    .filter((name) => pattern.test(name) && !name.startsWith('generated'))
    .map((name) => fs.readFileSync(path.join(ROOT, folder, name), 'utf8'));

const operations = read('web/documents', /\.graphql$/).flatMap((text) =>
  parse(text).definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
  ),
);
const sources = [...read('web', /\.tsx?$/), ...read('src/server', /\.ts$/)].join('\n');
const isUsed = (operation: OperationDefinitionNode) =>
  new RegExp(`\\b${operation.name?.value ?? ''}\\b`).test(sources);

const doneBy = (asked: readonly OperationDefinitionNode[]) =>
  new Set(
    asked
      .filter(({ operation }) => operation === 'mutation')
      .flatMap(({ selectionSet }) => selectionSet.selections)
      .flatMap((each) => (each.kind === 'Field' ? [each.name.value] : [])),
  );

test('every act of the API has a screen, or a reason why not', () => {
  const acts = Object.keys(createSchema().getMutationType()?.getFields() ?? {});
  const done = doneBy(operations);
  const missing = acts.filter((act) => !done.has(act));
  expect(missing.sort()).toEqual(Object.keys(ON_NO_SCREEN).sort());
});

test('every operation of ours is asked for by a screen', () => {
  const names = operations.filter((each) => !isUsed(each)).map(({ name }) => name?.value);
  expect(names.sort()).toEqual(FOR_OTHERS);
});
