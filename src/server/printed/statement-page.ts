import { say } from '../../api/say';
import { markup, type Markup } from '../gift-pages/markup';
import type { Paper } from './paper-frame';
import type { StatementFacts, StatementLine } from './read-statement';

/** Whole credits with their sign: what came and what went is told apart without colour. */
const signed = (credits: bigint) => (credits > 0n ? `+${credits}` : `${credits}`.replace('-', '−'));

/** A wallet's month on a sheet. */
export function statementPage(facts: StatementFacts): Paper {
  const { language, month, moved, lines, more } = facts;
  const words = (code: string) => say(language, code);
  const title = say(language, 'STATEMENT_TITLE', { month });
  const pair = (label: string, value: string): Markup =>
    markup`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const body = markup`<p>${facts.community} · ${facts.scheme}</p>
    <h1>${title}</h1>
    <p>${facts.displayName}</p>
    <dl>
      ${pair(words('STATEMENT_OPENING'), `${facts.opening}`)}
      ${moved.map(({ label, credits }) => pair(label, signed(credits)))}
      ${pair(words('STATEMENT_CLOSING'), `${facts.closing}`)}
    </dl>
    ${lines.length > 0 ? tableOf(lines, words) : null}
    ${more ? markup`<p>${words('STATEMENT_MORE')}</p>` : null}
    <p class="note">${words('STATEMENT_NOTE')}</p>`;
  return { locale: language === 'zh-CN' ? 'zh' : 'en', title, kind: 'statement', body };
}

function tableOf(lines: readonly StatementLine[], words: (code: string) => string): Markup {
  return markup`<table>
      <thead><tr>
        <th>${words('STATEMENT_DAY')}</th><th>${words('STATEMENT_WHAT')}</th>
        <th>${words('STATEMENT_CREDITS')}</th><th>${words('STATEMENT_BALANCE')}</th>
      </tr></thead>
      <tbody>${lines.map(
        ({ on, label, credits, balance }) => markup`
        <tr><td>${on}</td><td>${label}</td><td>${signed(credits)}</td><td>${`${balance}`}</td></tr>`,
      )}
      </tbody>
    </table>`;
}
