import i18next from 'i18next';
import api from '../words/api.json';
import attachments from '../words/attachments.json';
import ballots from '../words/ballots.json';
import bookkeeping from '../words/bookkeeping.json';
import councils from '../words/councils.json';
import courses from '../words/courses.json';
import courtyards from '../words/courtyards.json';
import credits from '../words/credits.json';
import disclosure from '../words/disclosure.json';
import donations from '../words/donations.json';
import elections from '../words/elections.json';
import enterprises from '../words/enterprises.json';
import foundations from '../words/foundations.json';
import grants from '../words/grants.json';
import kernel from '../words/kernel.json';
import projects from '../words/projects.json';
import meetings from '../words/meetings.json';
import motions from '../words/motions.json';
import publicFunds from '../words/public-funds.json';
import reports from '../words/reports.json';
import society from '../words/society.json';
import spreadsheets from '../words/spreadsheets.json';
import supermarkets from '../words/supermarkets.json';
import volunteering from '../words/volunteering.json';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

type Words = Record<string, Record<Language, string>>;

/** Every module's words, both languages side by side: `CODE: { en, zh-CN }`. */
const CATALOGUE: Words = {
  ...api,
  ...attachments,
  ...ballots,
  ...bookkeeping,
  ...councils,
  ...courses,
  ...courtyards,
  ...credits,
  ...disclosure,
  ...donations,
  ...elections,
  ...enterprises,
  ...foundations,
  ...grants,
  ...kernel,
  ...projects,
  ...meetings,
  ...motions,
  ...publicFunds,
  ...reports,
  ...society,
  ...spreadsheets,
  ...supermarkets,
  ...volunteering,
};

function wordsOf(language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(CATALOGUE).map(([code, said]) => [code, said[language]]),
  );
}

const words = i18next.createInstance();
void words.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(
    LANGUAGES.map((language) => [language, { translation: wordsOf(language) }]),
  ),
});

/** Whether there are words for a code. */
export function hasWords(code: string, language: Language): boolean {
  return words.exists(code, { lng: language, fallbackLng: [] });
}

/** The sentence for a code in a language, with its facts filled in. */
export function say(language: Language, code: string, facts: Record<string, unknown> = {}): string {
  return words.t(code, { lng: language, ...facts });
}

/** Headers met before: browsers send a handful of them, and anything else is not kept. */
const CHOSEN = new Map<string, Language>();
const MOST_CHOSEN = 1_000;

/** Chooses our language from an Accept-Language header; English where none of ours is asked for. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'en';
  const known = CHOSEN.get(header);
  if (known !== undefined) return known;
  const language = choose(header);
  if (header.length < 100 && CHOSEN.size < MOST_CHOSEN) CHOSEN.set(header, language);
  return language;
}

function choose(header: string): Language {
  const asked = header
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of asked) {
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}
