import { qrPath, QUIET, type Qr } from './qr';

interface Box {
  readonly x: number;
  readonly y: number;
  /** With the white around it. */
  readonly width: number;
}

/** Draws a code to scan into a square of a PDF. */
export function drawQr(document: PDFKit.PDFDocument, code: Qr, { x, y, width }: Box): void {
  const module = width / (code.size + 2 * QUIET);
  document.save();
  document.translate(x + QUIET * module, y + QUIET * module).scale(module);
  document.path(qrPath(code)).fill('#000000');
  document.restore();
}
