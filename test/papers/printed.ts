import { inflateSync } from 'node:zlib';

/** The text that a PDF of ours shows, in the order of drawing, without its spaces. */
export function printed(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { body } of objects.values())
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.body ?? '')?.[1];
      fonts.set(name!, readMap(objects.get(map ?? '')?.stream ?? ''));
    }
  let font = new Map<string, string>();
  let said = '';
  for (const { stream } of objects.values()) {
    if (!/^BT$/m.test(stream)) continue;
    for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
      if (name) font = fonts.get(name)!;
      for (const [, codes = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/g))
        for (const code of codes.match(/.{4}/g) ?? []) said += font.get(code) ?? '\ufffd';
    }
  }
  return bare(said);
}

/** Line breaks swallow spaces, and a comma may be drawn narrow: neither is a difference. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

export function pages(pdf: Buffer): number {
  return [...objectsOf(pdf).values()].filter(({ body }) => /\/Type \/Page\b/.test(body)).length;
}

function objectsOf(pdf: Buffer): Map<string, { body: string; stream: string }> {
  const text = pdf.toString('latin1');
  const found = new Map<string, { body: string; stream: string }>();
  for (const match of text.matchAll(/^(\d+) 0 obj\n([^]*?)(?:\nstream\n|\nendobj$)/gm)) {
    const [whole, id = '', body = ''] = match;
    const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0);
    const start = match.index + whole.length;
    const hasText = whole.endsWith('stream\n') && body.includes('FlateDecode');
    const stream = hasText ? inflateSync(pdf.subarray(start, start + length)) : '';
    found.set(id, { body, stream: stream.toString('latin1') });
  }
  return found;
}

/** A glyph's number, four hex digits, to the characters that it stands for. */
function readMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    let code = parseInt(first, 16);
    for (const [, units = ''] of list.matchAll(/<([^>]*)>/g)) {
      const text = Buffer.from(units.replace(/\s/g, ''), 'hex').swap16().toString('utf16le');
      map.set(code.toString(16).padStart(4, '0'), text);
      code += 1;
    }
  }
  return map;
}
