import type { EntityManager } from 'typeorm';
import { isUuid } from '../kernel/id';
import { keptMail, lastKept, type KeptMail } from './outbox.reader';
import { escape, render, type Rendered } from './render';
import { letterOf } from './templates';

/**
 * Where a demonstration's letters can be read, in place of a mailbox. Addresses and names stand on
 * these pages: they are for demonstrations only, never for a site that takes real gifts.
 */
export async function mailsPage(db: EntityManager): Promise<string> {
  return listing(await lastKept(db));
}

/** One letter as its reader would see it; null where there is none. */
export async function mailPage(
  db: EntityManager,
  communityId: string,
  id: string,
): Promise<string | null> {
  const mail = isUuid(communityId) && isUuid(id) ? await keptMail(db, communityId, id) : null;
  return mail && single(mail);
}

const STYLE = `
body { margin: 0 auto; max-width: 720px; padding: 32px 20px; background: #f7f4ee; color: #2b2723;
  font: 16px/1.6 -apple-system, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif }
h1 { margin: 0 0 4px; font-size: 22px } p { color: #6b6459 } a { color: #a3402a }
ul { margin: 24px 0; padding: 0; list-style: none }
li { margin: 0 0 8px; padding: 12px 16px; background: #fff; border-radius: 8px }
li a { display: block; text-decoration: none; overflow-wrap: anywhere }
small { color: #6b6459; overflow-wrap: anywhere }
iframe { width: 100%; height: 560px; border: 0; border-radius: 8px; background: #fff }
pre { padding: 16px; background: #fff; border-radius: 8px; white-space: pre-wrap;
  overflow-wrap: anywhere; font: 14px/1.6 ui-monospace, 'Noto Sans Mono', monospace }`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body>${body}</body></html>
`;
}

/** The list of letters; links lead from `/demo/mails` to `/demo/mails/<community>/<id>`. */
function listing(mails: readonly KeptMail[]): string {
  const rows = mails.map(
    (mail) =>
      `<li><a href="/demo/mails/${mail.communityId}/${mail.id}">${escape(
        rendered(mail).subject,
      )}</a><small>${escape(mail.recipient)} · ${moment(mail.createdAt)}</small></li>`,
  );
  return page(
    '发件箱 · Outbox',
    `<h1>发件箱 · Outbox</h1>
<p>演示用：这里的信没有寄出。 For the demonstration: these letters were not sent.</p>
${rows.length > 0 ? `<ul>${rows.join('\n')}</ul>` : '<p>还没有信。 No letters yet.</p>'}`,
  );
}

function single(mail: KeptMail): string {
  const { subject, text, html } = rendered(mail);
  return page(
    subject,
    `<p><a href="/demo/mails">← 发件箱 · Outbox</a></p>
<h1>${escape(subject)}</h1><p>${escape(mail.recipient)} · ${moment(mail.createdAt)}</p>
<iframe sandbox="allow-popups" title="HTML" srcdoc="${attribute(html)}"></iframe>
<h2>Text</h2><pre>${attribute(text)}</pre>`,
  );
}

/** As `escape`, with its line ends. */
function attribute(text: string): string {
  return text.split('\n').map(escape).join('\n');
}

/** A letter that cannot be written any more (its template has changed) says so on its page. */
function rendered(mail: KeptMail): Rendered {
  try {
    return render(letterOf(mail), mail.locale);
  } catch (error) {
    return { subject: mail.template, text: String(error), html: '' };
  }
}

function moment(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}
