import { CHAPTERS, MIRROR, ruleSays } from './rules/chapters';
import { chartLine } from './chart';
import chinese from './in-chinese.json';

/** The languages of the textbook: the API's, which stands on a floor above. */
type TextbookLanguage = 'en' | 'zh-CN';

/** A posting rule as people call it. */
export interface RuleInWords {
  readonly title: string;
  readonly says: string;
}

const RULES: Readonly<Record<string, RuleInWords>> = chinese.rules;
const TITLES: Readonly<Record<string, string>> = chinese.chart;
const CHINESE_CHAPTERS: Readonly<Record<string, string>> = chinese.chapters;

/** What a rule is called and does; in English its name is its title: `Surplus remitted`. */
export function ruleInWords(name: string, language: TextbookLanguage): RuleInWords {
  const known = language === 'zh-CN' ? RULES[name] : undefined;
  if (known) return known;
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return { title: words.charAt(0).toUpperCase() + words.slice(1), says: ruleSays(name) };
}

/** What the chart calls a kind of account. */
export function kindInWords(kind: string, language: TextbookLanguage): string {
  return (language === 'zh-CN' ? TITLES[kind] : undefined) ?? chartLine(kind).title;
}

/** All rules in the order of the textbook, the mirror last, each with its chapter. */
export function rulesInWords(language: TextbookLanguage) {
  return CHAPTERS.flatMap(({ title, rules }) =>
    Object.values(rules).map(({ name }) => ({
      ...{ name, ...ruleInWords(name, language) },
      chapter: (language === 'zh-CN' ? CHINESE_CHAPTERS[title] : undefined) ?? title,
    })),
  ).concat({
    ...{ name: MIRROR, ...ruleInWords(MIRROR, language) },
    chapter: language === 'zh-CN' ? '更正' : 'Corrections',
  });
}
