import type { Letter, Locale, Part } from './letter';

/** A letter as it is sent: the same words twice, for readers with and without HTML. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Somebody's words stay on the line that they are put on: no forged lines, no forged headers. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, inside an element or an attribute. */
export function escape(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (each) => NAMES[each] ?? each);
}

/** A letter leads to web pages and nowhere else: no `javascript:`, no `data:`. */
function address(href: string): string {
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`A letter does not link to ${url.protocol}`);
  return url.href;
}

export function render(letter: Letter, locale: Locale): Rendered {
  return {
    subject: oneLine(letter.subject),
    text: asText(letter, locale),
    html: asHtml(letter, locale),
  };
}

function asText({ greeting, parts, from, footnote }: Letter, locale: Locale): string {
  const colon = locale === 'zh' ? '：' : ': ';
  const part = (each: Part): string => {
    switch (each.kind) {
      case 'says':
        return oneLine(each.text);
      case 'facts':
        return each.rows.map((row) => row.map(oneLine).join(colon)).join('\n');
      case 'link':
        return `${oneLine(each.label)}${colon.trim()}\n${address(each.href)}`;
    }
  };
  // Two hyphens and a space begin a signature, which mail readers show in grey.
  const end = `-- \n${oneLine(footnote)}`;
  return [oneLine(greeting), ...parts.map(part), oneLine(from), end].join('\n\n') + '\n';
}

const FONT =
  "font:16px/1.7 -apple-system,'PingFang SC','Noto Sans SC','Microsoft YaHei',sans-serif";

/** Styles stand on the elements: many mail readers drop everything else. No image, no script. */
function asHtml({ subject, greeting, parts, from, footnote }: Letter, locale: Locale): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escape(text)}</p>`;
  const part = (each: Part): string => {
    switch (each.kind) {
      case 'says':
        return paragraph(each.text);
      case 'facts':
        return `<table style="margin:0 0 16px;border-collapse:collapse">${each.rows
          .map(([label, value]) => `<tr>${cell(label, '#6b6459')}${cell(value, '#2b2723')}</tr>`)
          .join('')}</table>`;
      case 'link':
        return `<p style="margin:0 0 16px"><a style="color:#a3402a" href="${escape(
          address(each.href),
        )}">${escape(each.label)}</a></p>`;
    }
  };
  return `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f7f4ee;color:#2b2723;${FONT}">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#fff;border-radius:8px">
${paragraph(greeting)}
${parts.map(part).join('\n')}
${paragraph(from)}
<p style="margin:24px 0 0;font-size:13px;color:#6b6459">${escape(footnote)}</p>
</div></body></html>
`;
}

function cell(text: string, colour: string): string {
  const style = `padding:2px 16px 2px 0;vertical-align:top;color:${colour}`;
  return `<td style="${style}">${escape(text)}</td>`;
}
