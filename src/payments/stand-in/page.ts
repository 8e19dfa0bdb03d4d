import type Stripe from 'stripe';
import { written } from './money';
import { CHINESE, ENGLISH, type Words } from './page-words';

type Session = Stripe.Checkout.Session;

export function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": '#39',
  };
  return text.replace(/[&<>"']/g, (sign) => `&${names[sign]};`);
}

/** Where a payer is sent: the account's own address, with the session's id filled in. */
export function leadBack(address: string, { id }: Session): string {
  return address.replaceAll('{CHECKOUT_SESSION_ID}', id);
}

/** The page of a session that can be paid. */
export function payPage(session: Session, merchant: string, words: Words): string {
  const lines = session.line_items?.data ?? [];
  const currency = session.currency ?? 'usd';
  const often = session.mode === 'subscription' ? ` · ${words.monthly}` : '';
  const items = lines
    .map(
      ({ description, amount_total }) =>
        `<li><span>${escapeHtml(description ?? '')}</span>` +
        `<span>${escapeHtml(written(amount_total, currency))}</span></li>`,
    )
    .join('\n');
  const methods = session.payment_method_types
    .map(
      (method, i) =>
        `<label><input type="radio" name="method" value="${escapeHtml(method)}"` +
        `${i === 0 ? ' checked' : ''}> ${escapeHtml(words.methods[method] ?? method)}</label>`,
    )
    .join('\n');
  return frame(
    words,
    `<p class="amount">${escapeHtml(written(session.amount_total ?? 0, currency))}${often}</p>
<p class="to">${words.to} <strong>${escapeHtml(merchant)}</strong></p>
<ul>
${items}
</ul>
<form method="post">
<fieldset><legend>${words.method}</legend>
${methods}
</fieldset>
${buttons(session, words)}
</form>`,
  );
}

export const ACTS = ['pay', 'pending', 'fail', 'cancel'] as const;
export type Act = (typeof ACTS)[number];

function buttons({ mode }: Session, words: Words): string {
  return ACTS.filter((act) => mode === 'payment' || act !== 'pending')
    .map((act) => `<button name="act" value="${act}" class="${act}">${words[act]}</button>`)
    .join('\n');
}

/** The page of a session that is over. */
export function overPage(session: Session, words: Words): string {
  const paid = session.status === 'complete';
  const address = paid ? session.success_url : session.cancel_url;
  const link = address
    ? `<p><a href="${escapeHtml(leadBack(address, session))}">${words.back}</a></p>`
    : '';
  return frame(words, `<p class="over">${paid ? words.complete : words.expired}</p>\n${link}`);
}

export function unknownPage(words: Words): string {
  return frame(words, `<p class="over">${words.unknown}</p>`);
}

export function frame(words: Words, body: string): string {
  const other = words === CHINESE ? ENGLISH : CHINESE;
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title} · ${words.noMoney}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header><strong>${words.noMoney}</strong><br><span lang="${other.language}">${other.noMoney}</span></header>
<main>
${body}
<footer>${words.noMoneyMore}</footer>
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2a26; --paper: #fff; --soft: #f1f5f2; --deep: #1f6f54; }
@media (prefers-color-scheme: dark) {
:root { --ink: #e6efe9; --paper: #17201c; --soft: #0f1613; --deep: #2f8f6d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--soft); color: var(--ink);
font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
header { background: #ffd95a; color: #3a2c00; padding: .6rem 1rem; text-align: center; }
main { max-width: 28rem; margin: 1.5rem auto; padding: 1.5rem; background: var(--paper);
border-radius: 1rem; box-shadow: 0 2px 16px #0002; }
.amount { font-size: 2rem; font-weight: 700; margin: 0; }
.to { margin: 0 0 1rem; }
ul { list-style: none; margin: 0 0 1rem; padding: 0; }
li { display: flex; justify-content: space-between; gap: 1rem; padding: .4rem 0;
border-bottom: 1px solid #8884; }
fieldset { border: 1px solid #8886; border-radius: .6rem; margin: 0 0 1rem; padding: .4rem 1rem; }
label { display: block; padding: .4rem 0; }
button { display: block; width: 100%; margin: .5rem 0; padding: .75rem; font: inherit;
border: 1px solid var(--deep); border-radius: .6rem; background: transparent; color: inherit;
cursor: pointer; }
button.pay { background: var(--deep); color: #fff; font-weight: 600; }
button:focus-visible, input:focus-visible { outline: 3px solid #ffb000; outline-offset: 2px; }
footer { margin-top: 1rem; font-size: .875rem; opacity: .8; }
`;
