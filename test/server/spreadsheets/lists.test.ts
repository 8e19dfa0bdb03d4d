import { isEnumType, parse, print, validate, visit, type SelectionSetNode } from 'graphql';
import { hasWords, LANGUAGES } from '../../../src/api/say';
import { valueOf, wordFor } from '../../../src/server/spreadsheets/choices';
import { createSchema } from '../../../src/server/schema';
import { listText } from '../../../src/server/spreadsheets/list-rows';
import { LISTS } from '../../../src/server/spreadsheets/lists';

const lists = Object.entries(LISTS);

test.each(lists)('%s asks for what the schema has', (_, list) => {
  expect(validate(createSchema(), parse(listText(list)))).toEqual([]);
});

test.each(lists)('each column of %s has words, and stands in what is asked for', (_, list) => {
  const asked = new Set(['owner.name']);
  const under = (path: string, set: SelectionSetNode | undefined): void => {
    for (const field of set?.selections ?? [])
      if (field.kind === 'Field') {
        asked.add(`${path}.${field.name.value}`);
        under(`${path}.${field.name.value}`, field.selectionSet);
      }
  };
  visit(parse(listText(list)), {
    Field: (field) => {
      if (field.name.value === 'node' && field.arguments?.length === 0)
        under('node', field.selectionSet);
    },
  });
  const places = list.columns.map(({ path }) => path.replace(/^each/, `node.${list.each ?? '?'}`));
  expect(places.filter((place) => !asked.has(place))).toEqual([]);
  expect(new Set(places).size).toBe(places.length);
  for (const { heading } of list.columns)
    expect(LANGUAGES.every((language) => hasWords(heading, language))).toBe(true);
  expect(print(parse(listText(list)))).toContain('first: 100');
});

const CHOICES = [
  ...new Set(lists.flatMap(([, { columns }]) => columns.flatMap(({ of }) => (of ? [of] : [])))),
];

test.each(CHOICES)('each value of %s has words of its own in both languages', (name) => {
  const type = createSchema().getType(name);
  const values = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  expect(values.length).toBeGreaterThan(1);
  for (const language of LANGUAGES) {
    const words = values.map((value) => wordFor(language, name, value));
    expect(new Set([...words, ...values]).size).toBe(2 * values.length);
    expect(words.map((word) => valueOf(name, values, word))).toEqual(values);
  }
  expect(values.map((value) => valueOf(name, values, value))).toEqual(values);
  expect(valueOf(name, values, 'stolen')).toBeNull();
});

test.each(lists)(
  'the moments by which a stretch of %s is told are asked for',
  (_, { node, time }) => {
    for (const field of [time?.at, time?.ordered?.by])
      if (field) expect(node.split(/\s+/)).toContain(field);
  },
);
