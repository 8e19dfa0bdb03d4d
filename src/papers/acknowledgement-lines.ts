import type { AcknowledgementFacts } from './acknowledgement';
import { inCapitals, inFigures } from './amounts';
import { WORDS, type Words } from './words';

/** A fact on the paper; the amounts stand out, with the capitals under the figures. */
export interface Line {
  readonly label: string;
  readonly value: string;
  readonly isAmount?: boolean;
  /** Under the value. */
  readonly below?: string;
}

/** All that the paper says, from top to bottom. */
export interface AcknowledgementLines {
  readonly foundation: string;
  readonly title: string;
  readonly number: string;
  /** That it is a demonstration, where it is one. */
  readonly demonstration: string | null;
  readonly greeting: string;
  readonly says: string;
  readonly lines: readonly Line[];
  readonly signed: string;
  readonly issuedOn: string;
  /** That it is no receipt. */
  readonly note: string;
}

/** More than this would not fit one page with all the rest; the books have the whole. */
const LONGEST = { name: 80, number: 40, reason: 160 };

function clip(text: string, longest: number = LONGEST.name): string {
  const characters = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()];
  if (characters.length <= longest) return characters.join('');
  return `${characters.slice(0, longest - 1).join('')}…`;
}

export function acknowledgementLines(facts: AcknowledgementFacts): AcknowledgementLines {
  const words = WORDS[facts.locale];
  const foundation = clip(facts.foundation);
  const purpose = clip(facts.purpose);
  return {
    foundation,
    title: words.title[facts.kind],
    number: words.number(facts.number),
    demonstration: facts.provider === 'local' ? words.demonstration : null,
    greeting: words.greeting(facts.giver === null ? null : clip(facts.giver)),
    says:
      facts.kind === 'gift'
        ? words.thanks(words.day(facts.receivedOn), purpose)
        : words.correction(facts.corrects),
    lines: [...aboutMoney(facts, words), ...aboutTheGift(facts, words)],
    signed: foundation,
    issuedOn: words.day(facts.issuedOn),
    note: words.note,
  };
}

function aboutMoney(facts: AcknowledgementFacts, words: Words): Line[] {
  const money = (label: string, given: AcknowledgementFacts['amount']): Line => {
    const capitals = facts.locale === 'zh' ? inCapitals(given) : null;
    const value = inFigures(facts.locale, given);
    return { label, value, isAmount: true, ...(capitals === null ? {} : { below: capitals }) };
  };
  if (facts.kind === 'gift') return [money(words.amount, facts.amount)];
  return [
    money(words.returned, facts.amount),
    money(words.remains, facts.remaining),
    { label: words.reason, value: clip(facts.reason, LONGEST.reason) },
  ];
}

function aboutTheGift(facts: AcknowledgementFacts, words: Words): Line[] {
  const { giver, taxId, purpose, receivedOn, method, receipt } = facts;
  const line = (label: string, value: string | null | undefined, longest?: number): Line[] =>
    value === null || value === undefined ? [] : [{ label, value: clip(value, longest) }];
  return [
    ...line(words.giver, giver ?? words.anonymous),
    ...line(words.taxId, taxId, LONGEST.number),
    ...line(words.purpose, purpose),
    ...line(words.receivedOn, words.day(receivedOn)),
    ...line(words.method, methodOf(method, words)),
    ...line(words.receiptCode, receipt?.code, LONGEST.number),
    ...line(words.receiptNumber, receipt?.number, LONGEST.number),
    ...line(words.receiptCheckCode, receipt?.checkCode, LONGEST.number),
  ];
}

function methodOf(method: string, { methods, otherMethod }: Words): string {
  return (Object.hasOwn(methods, method) ? methods[method] : undefined) ?? otherMethod;
}
