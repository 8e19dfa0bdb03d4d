import { ROLES, type OrganisationKind } from '../../src/society/organisation.entity';
import { WHERES, type Verdict } from './who-may';

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** The matrix as people read it. */
export function printWhoMay(verdicts: readonly Verdict[]): string {
  const byType = groupBy(verdicts, ({ type }) => type);
  const looked = [...byType].filter(([, rules]) => rules.some(({ may }) => may !== null));
  const acts = ['Query', 'Mutation'].flatMap((name) => [
    `## ${name}`,
    '| field | rule |\n|---|---|\n' +
      (byType.get(name) ?? [])
        .flatMap(({ fields, says }) => fields.map((field) => `| ${field} | ${says} |`))
        .sort()
        .join('\n'),
  ]);
  return [
    '# Who may see and do what',
    `Made by \`WRITE=1 npm test -- test/architecture/policy-walk\`; do not edit. The test asks every
rule as everyone and compares the answers with this page. A rule that looks at the row is asked
about one row of each type: it belongs to the home community, to that community's own bodies, and
to one resident. *People* are residents and strangers without a role; the other columns are those
who hold a role and are nothing else: in a body that the row belongs to, in another body of the
same place, or anywhere else in the city. What a command decides is tried by
the same test: a stranger, a person without a role and the right person of another community are
refused before the right person does it.`,
    ...acts,
    ...looked.flatMap(([type, rules]) => [`## ${type}`, printRules(rules)]),
    '## Everything else',
    printRest(byType),
    '',
  ].join('\n\n');
}

function printRules(rules: readonly Verdict[]): string {
  const rows = rules.map(({ fields, says, may }) => {
    const cells = [...(['people', ...WHERES] as const)].map((where) =>
      may ? roles(may.get(where) ?? []) : 'all',
    );
    return `| ${[fields.join(', '), says, ...cells].join(' | ')} |`;
  });
  const head = ['fields', 'rule', 'people', 'its own bodies', 'others there', 'elsewhere'];
  return [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows].join('\n');
}

/** `foundation chair`, `foundation secretary` → `foundation: chair, secretary`. */
function roles(names: readonly string[]): string {
  const kinds = groupBy(names, kindOf);
  const said = [...kinds].flatMap(([kind, of]) => {
    if (!kind) return of;
    const own = of.map((name) => name.slice(kind.length + 1));
    const whole = own.length === ROLES[kind].length;
    return `${kind.replaceAll('_', ' ')}: ${whole ? 'all' : own.join(', ').replaceAll('_', ' ')}`;
  });
  return said.length > 0 ? said.join('; ') : '–';
}

/** The kind of organisation that a role's name begins with; null for people without a role. */
function kindOf(name: string): OrganisationKind | null {
  const [kind = ''] = name.split(' ');
  return kind in ROLES ? (kind as OrganisationKind) : null;
}

/** Types whose rules look at no row, by their rule. */
function printRest(byType: ReadonlyMap<string, readonly Verdict[]>): string {
  const rest = [...byType].filter(
    ([type, rules]) => !['Query', 'Mutation'].includes(type) && rules.every(({ may }) => !may),
  );
  const bySentence = groupBy(rest, ([, rules]) => rules.map(({ says }) => says).join(' · '));
  return [...bySentence]
    .map(([says, types]) => `**${says}** ${types.map(([type]) => type).join(', ')}`)
    .join('\n\n');
}
