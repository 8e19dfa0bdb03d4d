import { describeInChromium } from './support/chromium';
import { openStage, type Stage } from './support/stage';
import { LANGUAGES, walk, type Walked } from './support/walk';

const page = (path: string, word: string): Walked => ({ path, shows: ({ say }) => say(word) });

/** Each page of the till, and what of it tells that it is there. */
const PAGES: readonly Walked[] = [
  page('/till', 'desk.till'),
  page('/till/slips', 'till.page.slips'),
  page('/till/tasks', 'till.page.tasks'),
  page('/till/shift', 'till.page.shift'),
  page('/till/intake', 'till.page.intake'),
  page('/till/stock-takes', 'till.page.stock-takes'),
  page('/till/waiting', 'till.waiting.title'),
];

describeInChromium('the pages of the till', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  test.each(LANGUAGES)('are whole and can be read by everybody: %s', (language) =>
    walk(stage, language, 'storekeeper', PAGES),
  );
});
