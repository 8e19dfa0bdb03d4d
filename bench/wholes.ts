import type { Figure } from './report';

/** Puts before the parts of a row the row itself: its worst part. */
export function withWholes(figures: readonly Figure[]): Figure[] {
  return figures.flatMap((figure, i) => {
    const { partOf: whole } = figure.metric;
    const isFirst = whole && figures[i - 1]?.metric.partOf !== whole;
    return isFirst ? [wholeOf(figures, whole.id), figure] : [figure];
  });
}

function wholeOf(figures: readonly Figure[], id: number): Figure {
  const parts = figures.filter(({ metric }) => metric.partOf?.id === id);
  const [worst] = [...parts].sort(byMedian);
  if (!worst?.metric.partOf) throw new Error(`Row ${id} has no parts`);
  const { partOf, ...rest } = worst.metric;
  const name = `${partOf.name}: ${rest.name}`;
  const inconclusive = parts.some(({ ratio }) => ratio.inconclusive);
  return { metric: { ...rest, id, name }, ratio: { ...worst.ratio, inconclusive } };
}

/** The worst first, whichever way is better. */
function byMedian(a: Figure, b: Figure): number {
  const less = a.ratio.median - b.ratio.median;
  return a.metric.better === 'higher' ? less : -less;
}
