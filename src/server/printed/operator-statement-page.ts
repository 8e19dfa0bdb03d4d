import { say, type Language } from '../../api/say';
import type { MoneyInput } from '../../kernel/currency';
import { inFigures } from '../../papers/amounts';
import { markup, type Markup } from '../gift-pages/markup';
import type { Locale, Paper } from './paper-frame';
import type { OperatorLine, OperatorStatementFacts } from './read-operator-statement';

/** An operator's statement on a sheet, to be signed by both sides where they like paper. */
export function operatorStatementPage(
  facts: OperatorStatementFacts,
  { locale, language }: { readonly locale: Locale; readonly language: Language },
): Paper {
  const words = (code: string) => say(language, code);
  const shown = (money: MoneyInput) => inFigures(locale, money);
  const pair = (label: string, value: string): Markup =>
    markup`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const { number, month, part, store, operator, issuedOn, checkedOn, total, lines } = facts;
  const title = say(language, 'OPERATOR_STATEMENT_TITLE', { number });
  const body = markup`<p>${store} · ${operator}</p>
    <h1>${title}</h1>
    <dl>
      ${pair(words('HEADING_MONTH'), month)}
      ${pair(words('HEADING_PART'), `${part}`)}
      ${pair(words('HEADING_STATED'), issuedOn)}
      ${checkedOn ? pair(words('HEADING_CHECKED'), checkedOn) : null}
      ${pair(words('HEADING_AMOUNT'), shown(total))}
    </dl>
    ${tableOf(lines, words, shown)}
    <p class="note">${words('OPERATOR_STATEMENT_NOTE')}</p>`;
  return { locale, title, kind: 'statement', body };
}

function tableOf(
  lines: readonly OperatorLine[],
  words: (code: string) => string,
  shown: (money: MoneyInput) => string,
): Markup {
  return markup`<table>
      <thead><tr>
        <th>${words('HEADING_PRODUCT')}</th><th>${words('HEADING_UNIT_COST')}</th>
        <th>${words('HEADING_QUANTITY')}</th><th>${words('HEADING_PIECES_VOIDED')}</th>
        <th>${words('HEADING_AMOUNT')}</th><th>${words('HEADING_DISPUTED')}</th>
      </tr></thead>
      <tbody>${lines.map(
        ({ product, unitCost, pieces, voided, amount, disputed }) => markup`
        <tr><td>${product}</td><td>${shown(unitCost)}</td><td>${`${pieces}`}</td>
          <td>${`${voided}`}</td><td>${shown(amount)}</td>
          <td>${disputed ? shown(disputed) : ''}</td></tr>`,
      )}
      </tbody>
    </table>`;
}
