import type { MoneyInput } from '../../kernel/currency';
import type { Letter, Locale, Part } from '../letter';

/** What every letter about a gift knows. */
export interface AboutAGift {
  /** As the giver wrote it; null when nothing was written. */
  readonly giver: string | null;
  readonly foundation: string;
  /** `{ amount: '1234.50', currency: 'CNY' }`. */
  readonly amount: MoneyInput;
  /** The pool, campaign or project, in the letter's language. */
  readonly purpose: string;
  /** True where no money moves: the letter says so. */
  readonly isDemo?: boolean;
}

/** A paper with a number of its own, and where it can be had. */
export interface Paper {
  readonly number: string;
  readonly link: string | null;
}

/** A letter in both languages, and facts that show what it looks like. */
export interface Template<Facts> {
  readonly example: Facts;
  readonly zh: (facts: Facts) => Letter;
  readonly en: (facts: Facts) => Letter;
}

export function template<Facts extends AboutAGift>(
  example: Facts,
  zh: (facts: Facts) => Words,
  en: (facts: Facts) => Words,
): Template<Facts> {
  return {
    example,
    zh: (facts) => frame('zh', facts, zh(facts)),
    en: (facts) => frame('en', facts, en(facts)),
  };
}

interface Words {
  readonly subject: string;
  readonly parts: readonly Part[];
}

const DEMO = {
  zh: '这是一次演示，没有真实的款项往来。',
  en: 'This is a demonstration: no money has moved.',
};

function frame(locale: Locale, facts: AboutAGift, { subject, parts }: Words): Letter {
  const { foundation, isDemo = false } = facts;
  const name = nameOf(facts.giver);
  const zh = locale === 'zh';
  return {
    subject,
    greeting: zh ? `${name ?? ''}${name ? '，' : ''}您好：` : `Dear ${name ?? 'friend'},`,
    parts: isDemo ? [{ kind: 'says', text: DEMO[locale] }, ...parts] : parts,
    from: foundation,
    footnote: zh ? `本信由邻里系统代${foundation}发出。` : `Sent by Linli for ${foundation}.`,
  };
}

const LONGEST_NAME = 60;

/** What a mail reader would make a link of. */
const ADDRESS = /[/@\\]|www|\.\p{L}{2,}/iu;

/**
 * Anybody may give under any name and with anybody's address: an advertisement as a name would
 * reach that person with our signature under it. Such a name is not repeated.
 */
function nameOf(giver: string | null): string | null {
  const name = giver?.trim() ?? '';
  return name === '' || [...name].length > LONGEST_NAME || ADDRESS.test(name) ? null : name;
}

/** What the examples have in common. */
export const EXAMPLE: AboutAGift = {
  giver: '李秀英',
  foundation: '永乐社区基金会',
  amount: { amount: '1234.50', currency: 'CNY' },
  purpose: '老人食堂',
  isDemo: true,
};

/** Where the links of the examples lead: a name that stands for no site. */
export const SITE = 'https://linli.example';
