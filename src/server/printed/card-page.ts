import type { CardFacts } from '../../papers/card';
import { qr, qrSvg } from '../../papers/qr';
import { SLIP_WORDS } from '../../papers/slip-words';
import { markup, Markup } from '../gift-pages/markup';
import type { Paper } from './paper-frame';

/** A resident's card, as large as those of banks. */
export async function cardPage(facts: CardFacts): Promise<Paper> {
  const words = SLIP_WORDS[facts.locale];
  const body = markup`${new Markup(qrSvg(await qr(facts.code)))}
    <p class="soft">${facts.community}</p>
    <h1>${words.card}</h1>
    <p class="soft">${words.cardFor}</p>
    <p class="name">${facts.displayName}</p>
    <p class="code">${facts.code}</p>
    <p class="note">${words.cardNote}</p>`;
  return { locale: facts.locale, title: `${words.card} ${facts.code}`, kind: 'card', body };
}
