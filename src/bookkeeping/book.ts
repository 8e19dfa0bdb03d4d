import { toDecimal } from '../kernel/amount';
import type { Leg } from '../ledger/draft';
import { CHART, chartLine } from './chart';
import type { Rule } from './rule';
import { CHAPTERS } from './rules/chapters';

/** One leg as a textbook prints it: debits at the margin, credits indented. */
function printLeg({ account, asset, minor }: Leg): string {
  const name = [chartLine(account.kind).title, account.holderId, account.about]
    .filter(Boolean)
    .join(' · ');
  const amount = toDecimal({ asset, minor: minor < 0n ? -minor : minor });
  const left = minor > 0n ? `Dr ${name}` : `    Cr ${name}`;
  const right = minor > 0n ? amount.padStart(12) : `${' '.repeat(12)}${amount.padStart(12)}`;
  return `${left.padEnd(66)}${right.padEnd(26)}${asset.code}`.trimEnd();
}

/** A rule's worked example as a textbook prints it. */
export function printExample<Facts>(rule: Rule<Facts>): string {
  return rule.post(rule.example).map(printLeg).join('\n');
}

/** The whole textbook as Markdown: the chart, then every rule with its worked example. */
export function printBook(): string {
  const chart = Object.values(CHART).map(
    ({ title, normal, refusal, says }) =>
      `| ${title} | ${normal} | ${refusal ? `may not go below zero (\`${refusal}\`)` : 'free'} | ${says} |`,
  );
  const chapters = CHAPTERS.flatMap(({ title, rules }) => [
    `## ${title}`,
    ...Object.values(rules).flatMap((rule) => [
      `### ${rule.name}`,
      rule.says,
      `\`\`\`text\n${printExample(rule)}\n\`\`\``,
    ]),
  ]);
  return [
    '# Posting rules',
    'Made by `npm run book` from `src/bookkeeping/rules`; do not edit. Every act that moves money, ' +
      'credits, goods or allowances is one of these entries; the only correction is the mirror image ' +
      'of an entry, at most once.',
    '## Chart of accounts',
    ['| account | grows by | limit | meaning |', '|---|---|---|---|', ...chart].join('\n'),
    ...chapters,
  ]
    .join('\n\n')
    .concat('\n');
}
