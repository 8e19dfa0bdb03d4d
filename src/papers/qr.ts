/** A code to scan: how many modules it is wide and high, and which of them are dark. */
export interface Qr {
  readonly size: number;
  readonly isDark: (x: number, y: number) => boolean;
}

/** Modules that must stay white around it, or a camera does not find it. */
export const QUIET = 4;

/** A text as a QR code that can lose a seventh of itself to dirt. */
export async function qr(text: string): Promise<Qr> {
  // It is large, and a start does not wait for what nobody has asked for yet.
  // As a module it exports another `raw`, a kind of code by that name: only this one is meant.
  const { default: codes } = await import('bwip-js/node');
  const [symbol] = codes.raw('qrcode', text, 'eclevel=M');
  if (!symbol || !('pixs' in symbol)) throw new Error('A QR code came to nothing');
  const { pixs, pixx: size } = symbol;
  return { size, isDark: (x, y) => pixs[y * size + x] === 1 };
}

/** Its dark modules as one path, a unit to a module: for SVG and for PDF alike. */
export function qrPath({ size, isDark }: Qr): string {
  let path = '';
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (!isDark(x, y)) continue;
      const from = x;
      while (x + 1 < size && isDark(x + 1, y)) x += 1;
      path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  return path;
}

/** It with its quiet margin as an SVG. */
export function qrSvg(code: Qr): string {
  const size = code.size + 2 * QUIET;
  return (
    `<svg viewBox="${-QUIET} ${-QUIET} ${size} ${size}" shape-rendering="crispEdges" ` +
    `role="img" aria-label="QR"><path d="${qrPath(code)}"/></svg>`
  );
}
