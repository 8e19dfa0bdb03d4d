import { toDecimal, type Amount, type Asset } from '../../kernel/amount';
import { oneLine, tailOf, type AccountName } from './account-name';
import { OPENING, otherSide, type Dialect, type Posting } from './dialect';

/** Accounts are open before anything that may ever have been said to have happened. */
const ALWAYS = '1970-01-01';

/** The format of beancount: five roots, no spaces in names, balances at the beginning of days. */
export const beancount: Dialect = {
  heading: (title, remarks) =>
    remarks.map((line) => `; ${line}\n`).join('') +
    `option "title" "${quotable(title)}"\n\n` +
    `${ALWAYS} open ${written(OPENING)}\n`,

  commodity: (asset, name) =>
    `${ALWAYS} commodity ${symbol(asset)}\n  name: "${quotable(name ?? asset.code)}"\n`,

  account: (name) => `${ALWAYS} open ${written(name)}\n`,

  entry({ id, rule, reversalOf, occurredOn, recordedOn, postings }) {
    const facts = [`  id: "${id}"\n  recorded: ${recordedOn}\n`];
    if (reversalOf) facts.push(`  reverses: "${reversalOf}"\n`);
    return `\n${occurredOn} * "${rule}"\n${facts.join('')}${postings.map(posting).join('')}`;
  },

  opening: (day, postings) =>
    `\n${day} * "Opening balances"\n` + [...postings, ...otherSide(postings)].map(posting).join(''),

  closing: (day, postings) =>
    postings
      .map(({ account, amount }) => `${day} balance ${written(account)}  ${figure(amount)}\n`)
      .join(''),
};

const posting = ({ account, amount }: Posting) => `  ${written(account)}  ${figure(amount)}\n`;

/** Every part begins with a capital or a digit, and has no space. */
const written = ({ root, parts }: AccountName) =>
  [root, ...parts.map((part) => capital(part).replaceAll(' ', '-'))].join(':');

const capital = (part: string) => part.replace(/^[a-z]/, (letter) => letter.toUpperCase());

const figure = (amount: Amount) => `${toDecimal(amount)} ${symbol(amount.asset)}`;

/** At most 24 capitals, digits and points: a currency's code, or `GOODS.3F2A9C1B4D5E`. */
function symbol({ id, code, kind }: Asset): string {
  return kind === 'currency' ? code : `${kind}.${tailOf(id)}`.toUpperCase();
}

const quotable = (text: string) => oneLine(text) || '-';
