import { toDecimal, type Amount, type Asset } from '../../kernel/amount';
import { oneLine, type AccountName } from './account-name';
import { otherSide, type Dialect, type Posting } from './dialect';

/** The journal format of hledger: names with spaces, symbols in quotes, assertions in postings. */
export const hledger: Dialect = {
  heading: (title, remarks) =>
    [oneLine(title), ...remarks].map((line) => `; ${line}\n`).join('') + '\n',

  commodity(asset, name) {
    const format = toDecimal({ asset, minor: 10n ** BigInt(asset.scale + 3) });
    const point = asset.scale === 0 ? '.' : '';
    return `commodity ${format}${point} ${symbol(asset)}${name ? `  ; ${oneLine(name)}` : ''}\n`;
  },

  account: (name) => `account ${written(name)}  ; type:${TYPES[name.root]}\n`,

  entry({ id, rule, reversalOf, occurredOn, recordedOn, postings }) {
    const reverses = reversalOf ? `, reverses:${reversalOf}` : '';
    return (
      `\n${occurredOn} * (${id}) ${rule}  ; recorded:${recordedOn}${reverses}\n` +
      postings.map(posting).join('')
    );
  },

  opening: (day, postings) =>
    `\n${day} * Opening balances\n${[...postings, ...otherSide(postings)].map(posting).join('')}`,

  closing: (day, postings) => `\n${day} * Balances\n${postings.map(assertion).join('')}`,
};

const TYPES = { Assets: 'A', Liabilities: 'L', Equity: 'E', Income: 'R', Expenses: 'X' } as const;

/** Two spaces end an account's name. */
const posting = ({ account, amount }: Posting) => `    ${written(account)}  ${figure(amount)}\n`;

function assertion({ account, amount }: Posting): string {
  const nothing = figure({ asset: amount.asset, minor: 0n });
  return `    ${written(account)}  ${nothing} = ${figure(amount)}\n`;
}

const written = ({ parts }: AccountName) => parts.join(':');

const figure = (amount: Amount) => `${toDecimal(amount)} ${symbol(amount.asset)}`;

/** A symbol of anything but letters stands in quotes: `"goods:3f2a9c1b4d5e"`. */
function symbol({ code }: Asset): string {
  return /^[A-Z]+$/.test(code) ? code : `"${code.replace(/[^\p{L}\p{N}:-]/gu, '-')}"`;
}
