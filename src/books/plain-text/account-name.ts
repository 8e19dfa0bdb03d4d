import type { AccountKind } from '../../bookkeeping/chart';
import { chartLine } from '../../bookkeeping/chart';
import { isUuid } from '../../kernel/id';

/** The five roots that plain-text accounting knows. */
export type Root = 'Assets' | 'Liabilities' | 'Equity' | 'Income' | 'Expenses';

/** An account's name in parts, from the general to the particular. */
export interface AccountName {
  readonly root: Root;
  readonly parts: readonly string[];
}

/** What grows by debits and is used up. */
const EXPENSES: readonly AccountKind[] = [
  'grantExpense',
  'grantAccountedFor',
  'goodsExpense',
  'processingFees',
  'giftLoss',
];

/** What grows by credits and is somebody else's. */
const LIABILITIES: readonly AccountKind[] = [
  'dueTo',
  'operatorOwed',
  'suspense',
  'wallet',
  'earningRoom',
  'householdAllowance',
  'pledgeDeferred',
  'matchDeferred',
  'matchRoom',
];

/** The root of a kind: what no list names stands where its normal side puts it. */
function rootOf(kind: string): Root {
  const among = (kinds: readonly string[]) => kinds.includes(kind);
  if (chartLine(kind).normal === 'debit') return among(EXPENSES) ? 'Expenses' : 'Assets';
  return among(LIABILITIES) ? 'Liabilities' : 'Equity';
}

/**
 * Names an account by its kind, its holder and what it is about: `Pool available:养老 3f2a9c1b4d5e`.
 * Whoever is not among the known names stands under the end of their id: so residents and
 * households do. The end of the id stands behind known names too: two pools may be called the same,
 * and a name must not change because another one comes. Words that follow each other are one part
 * (`2026-09 disputed`): an account stands beside another and never beneath it, or a balance of the
 * one would be taken for that of both.
 */
export function nameAccount(
  { kind, holderId, about }: { kind: string; holderId: string; about: string },
  names: ReadonlyMap<string, string>,
): AccountName {
  const told = [holderId, ...about.split('/')].filter((part) => part !== '');
  const parts = told.reduce<string[]>((before, part) => {
    const last = before.at(-1);
    const beside = last !== undefined && !isUuid(last) && !isUuid(part);
    return beside ? [...before.slice(0, -1), `${last} ${part}`] : [...before, part];
  }, []);
  return {
    root: rootOf(kind),
    parts: [safe(chartLine(kind).title), ...parts.map((part) => namePart(part, names))],
  };
}

function namePart(part: string, names: ReadonlyMap<string, string>): string {
  if (!isUuid(part)) return safe(part);
  return `${safe(names.get(part) ?? '')} ${tailOf(part)}`.trim();
}

/** The random end of an id: 48 bits, and a clash of two would not pass the closing balances. */
export const tailOf = (id: string): string => id.slice(-12);

const LONGEST = 60;

/** Letters, digits, dashes and single spaces: what every format reads inside a name. */
export function safe(text: string): string {
  const plain = text.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}-]+/gu, ' ');
  return [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[ -]+/, '')
    .trim();
}

/** A text on one line that nothing ends and no tag is read in: what stands beside a name. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\s:,;"\\]+/gu, ' ')
    .trim();
}
