import type Stripe from 'stripe';
import type { Words } from './page-words';
import { written } from './money';
import { escapeHtml, frame } from './page';
import type { World } from './world';

export type DeskAct = 'month' | 'unpaid' | 'dispute' | 'won' | 'lost' | 'refund' | 'payout';

/** How many of each the desk shows. */
const SHOWN = 20;

/** The lists of the desk: what was paid, what is disputed, what comes every month, what is held. */
export function deskPage({ objects }: World, { language, ...words }: Words): string {
  const zh = language === 'zh-CN';
  const latest = <T>(all: readonly T[]) => [...all].reverse().slice(0, SHOWN);
  const charges = latest(objects.all('charge').filter(({ paid }) => paid));
  const disputes = latest(objects.all('dispute').filter(({ status }) => isOpen(status)));
  const monthly = latest(objects.all('subscription').filter(({ ended_at }) => !ended_at));
  const currencies = [...new Set(objects.all('balance_transaction').map((each) => each.currency))];
  const say = (chinese: string, english: string) => (zh ? chinese : english);
  return frame(
    { ...words, language, title: say('银行柜台', 'The bank’s desk') },
    [
      section(say('付款', 'Payments'), charges, (charge) => [
        button('dispute', charge.id, say('付款人要求撤回', 'Ask it back')),
        button('refund', charge.id, say('在后台退款', 'Refund at the dashboard')),
      ]),
      section(say('争议', 'Disputes'), disputes, ({ id }) => [
        button('won', id, say('裁定归基金', 'Won')),
        button('lost', id, say('裁定归付款人', 'Lost')),
      ]),
      section(say('每月捐赠', 'Monthly'), monthly.map(shownMonthly), ({ id }) => [
        button('month', id, say('过一个月', 'A month passes')),
        button('unpaid', id, say('过一个月，扣款失败', 'A month passes, unpaid')),
      ]),
      section(say('余额', 'Balance'), currencies.map(shownCurrency), ({ id }) => [
        button('payout', id, say('过几天，付到银行', 'Days pass, pay out')),
      ]),
    ].join('\n'),
  );
}

export function unknownAct(words: Words, why: string): string {
  return frame(words, `<p class="over">${words.unknown}</p><p>${escapeHtml(why)}</p>`);
}

const isOpen = (status: string) => !['won', 'lost', 'warning_closed'].includes(status);

interface Shown {
  readonly id: string;
  readonly amount: number | null;
  readonly currency: string;
}

const shownMonthly = ({ id, items, currency }: Stripe.Subscription): Shown => ({
  ...{ id, currency, amount: items.data[0]?.price.unit_amount ?? 0 },
});

const shownCurrency = (currency: string): Shown => ({ id: currency, currency, amount: null });

function section<Item extends Shown>(
  title: string,
  items: readonly Item[],
  buttons: (item: Item) => readonly string[],
): string {
  const rows = items.map((item) => {
    const amount = item.amount === null ? item.id.toUpperCase() : money(item);
    return `<li><span>${amount}</span><span>${buttons(item).join('')}</span></li>`;
  });
  return `<h2>${title}</h2><ul>${rows.join('\n') || '<li>–</li>'}</ul>`;
}

const money = ({ amount, currency }: Shown) => escapeHtml(written(amount ?? 0, currency));

function button(act: DeskAct, id: string, label: string): string {
  return (
    `<form method="post"><input type="hidden" name="id" value="${escapeHtml(id)}">` +
    `<button name="act" value="${act}">${label}</button></form>`
  );
}
