import type { SlipFacts } from '../../papers/exchange-slip';
import { qr, qrSvg } from '../../papers/qr';
import { slipLines, type Pair } from '../../papers/slip-lines';
import { markup, Markup } from '../gift-pages/markup';
import type { Paper } from './paper-frame';

const pair = ({ label, value }: Pair): Markup =>
  markup`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** The slip of an exchange for paper of 80 mm. */
export async function slipPage(facts: SlipFacts): Promise<Paper> {
  const lines = slipLines(facts);
  const code = new Markup(qrSvg(await qr(facts.url)));
  const body = markup`<h1>${lines.store}</h1>
    <h2>${lines.title}</h2>
    ${voidedOf(lines.voided)}
    <dl>${lines.about.map(pair)}</dl>
    <ul>
      ${lines.goods.map(
        ({ name, how, credits }) => markup`<li>
        <div><span>${name}</span><span class="credits">${credits}</span></div>
        <p>${how}</p>
      </li>`,
      )}
    </ul>
    <dl class="total">${pair(lines.total)}</dl>
    ${lines.after.length > 0 ? markup`<dl>${lines.after.map(pair)}</dl>` : null}
    ${code}
    <p class="centre">${lines.scan}</p>
    <p class="centre">${lines.note}</p>`;
  return { locale: facts.locale, title: `${lines.title} ${facts.number}`, kind: 'slip', body };
}

function voidedOf(voided: ReturnType<typeof slipLines>['voided']): Markup | null {
  if (!voided) return null;
  return markup`<p class="voided"><strong>${voided.title}</strong>${voided.says}</p>`;
}
