import type { SlipFacts } from '../../papers/exchange-slip';
import { qr, qrSvg } from '../../papers/qr';
import { slipLines, type Pair, type SlipLines } from '../../papers/slip-lines';
import type { SlipAbout } from '../../papers/slip-pdf';
import { markup, Markup } from '../gift-pages/markup';
import type { Paper } from './paper-frame';

const pair = ({ label, value }: Pair): Markup =>
  markup`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** The slip of an exchange for paper of 80 mm. */
export async function slipPage(facts: SlipFacts): Promise<Paper> {
  return await pageOfSlip(slipLines(facts), facts);
}

/** Any slip for paper of 80 mm. */
export async function pageOfSlip(
  lines: SlipLines,
  { locale, number, url }: Pick<SlipAbout, 'locale' | 'number' | 'url'>,
): Promise<Paper> {
  const code = new Markup(qrSvg(await qr(url)));
  const body = markup`<h1>${lines.store}</h1>
    <h2>${lines.title}</h2>
    ${voidedOf(lines.voided)}
    <dl>${lines.about.map(pair)}</dl>
    <ul>
      ${lines.goods.map(
        ({ name, how, amount }) => markup`<li>
        <div><span>${name}</span><span class="credits">${amount}</span></div>
        <p>${how}</p>
      </li>`,
      )}
    </ul>
    <dl class="total">${pair(lines.total)}</dl>
    ${lines.after.length > 0 ? markup`<dl>${lines.after.map(pair)}</dl>` : null}
    ${code}
    <p class="centre">${lines.scan}</p>
    <p class="centre">${lines.note}</p>`;
  return { locale, title: `${lines.title} ${number}`, kind: 'slip', body };
}

function voidedOf(voided: SlipLines['voided']): Markup | null {
  if (!voided) return null;
  return markup`<p class="voided"><strong>${voided.title}</strong>${voided.says}</p>`;
}
