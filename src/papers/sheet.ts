/** A4 is 595 by 842 points; within it is written from here to there. */
export const LEFT = 72;
export const WIDTH = 451;
export const TOP = 64;
export const BOTTOM = 778;

export const INK = '#2b2723';
export const SOFT = '#7a7165';
export const HAIR = '#ddd5c8';
export const WARM = '#a3402a';

/** What is written on; where it does not draw, it only tells how far the writing would reach. */
export interface Sheet {
  readonly document: PDFKit.PDFDocument;
  readonly features: PDFKit.Mixins.OpenTypeFeatures[];
  readonly draws: boolean;
}

/** Between Chinese characters quotation marks are as wide as these; between letters not. */
export function featuresOf(locale: 'zh' | 'en'): Sheet['features'] {
  return locale === 'zh' ? [] : ['pwid'];
}

export interface Type {
  readonly size: number;
  readonly colour?: string;
  readonly isStrong?: boolean;
  readonly x?: number;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Between lines. */
  readonly gap?: number;
  /** Between characters. */
  readonly spacing?: number;
}

/** Writes a text that wraps within its width; tells where it ends. */
export function write(
  { document, features, draws }: Sheet,
  text: string,
  y: number,
  { size, colour = INK, isStrong = false, x = LEFT, width = WIDTH, ...type }: Type,
): number {
  document.font(isStrong ? 'strong' : 'text', size).fillColor(colour);
  const how = {
    width,
    align: type.align ?? 'left',
    lineGap: type.gap ?? 3,
    characterSpacing: type.spacing ?? 0,
    // An empty list would still turn off the cache of words.
    ...(features.length > 0 && { features }),
  };
  if (!draws) return y + document.heightOfString(text, how);
  document.text(text, x, y, how);
  return document.y;
}

interface Rule {
  readonly colour: string;
  readonly weight: number;
  readonly x?: number;
  readonly width?: number;
}

export function rule(
  { document, draws }: Sheet,
  y: number,
  { colour, weight, x = LEFT, width = WIDTH }: Rule,
): void {
  if (!draws) return;
  const line = document.moveTo(x, y).lineTo(x + width, y);
  line.lineWidth(weight).strokeColor(colour).stroke();
}
