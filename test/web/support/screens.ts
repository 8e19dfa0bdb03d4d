import fs from 'node:fs';
import path from 'node:path';

/** How wide, and in which language, a page is looked at. */
export interface Screen {
  readonly device: 'phone' | 'tablet' | 'desktop';
  readonly language: 'zh-CN' | 'en';
  readonly width: number;
  readonly height: number;
}

export const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1366, height: 800 },
} as const;

export const screenOf = (device: Screen['device'], language: Screen['language']): Screen => ({
  ...{ device, language },
  ...SIZES[device],
});

/** Each width in each language. */
export const SCREENS: readonly Screen[] = (['phone', 'tablet', 'desktop'] as const).flatMap(
  (device) => [screenOf(device, 'zh-CN'), screenOf(device, 'en')],
);

/** Each width once, both languages among them: the main story of each part plays in these. */
export const STORY_SCREENS: readonly Screen[] = SCREENS.filter(
  ({ device, language }) => (device === 'tablet') === (language === 'en'),
);

/** What is told beside the main story of a part plays in one of them; they take turns. */
export const [ON_PHONE, ON_TABLET, ON_DESKTOP] = STORY_SCREENS.map((each) => [each] as const) as [
  ...[readonly [Screen], readonly [Screen], readonly [Screen]],
];

export type Words = Readonly<Record<string, Readonly<Record<Screen['language'], string>>>>;

/** Says what is written under a key on the screens, with its facts filled in. */
export type WordsIn = (key: string, facts?: Readonly<Record<string, string | number>>) => string;

const FOLDER = path.resolve(__dirname, '../../../web/words');

/** Every word of the screens, as the pages themselves read them. */
const WORDS: Words = Object.assign(
  {},
  ...fs
    .readdirSync(FOLDER)
    .map((file) => JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')) as Words),
) as Words;

export function wordsOf(language: Screen['language']): WordsIn {
  return (key, facts = {}) => {
    const said = WORDS[key]?.[language];
    if (said === undefined) throw new Error(`There are no words for ${key}.`);
    return said.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name]));
  };
}
