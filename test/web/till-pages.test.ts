import { idOf, stockTake } from './support/board';
import { describeInChromium } from './support/chromium';
import { unseen } from './support/routes';
import { openStage, type Stage } from './support/stage';
import { LANGUAGES, walk, type Walked } from './support/walk';

const page = (path: string, word: string): Walked => ({ path, shows: ({ say }) => say(word) });

/** What of a page tells that it is there, where its heading might be another's. */
const PAGES: readonly Walked[] = [
  page('/till', 'desk.till'),
  page('/till/slips', 'till.page.slips'),
  page('/till/tasks', 'till.page.tasks'),
  page('/till/shift', 'till.page.shift'),
  page('/till/intake', 'till.page.intake'),
  page('/till/stock-takes', 'till.page.stock-takes'),
  page('/till/waiting', 'till.waiting.title'),
  ...['gifts', 'gifts/new', 'drives', 'lots', 'write-offs', 'transfers', 'transfers/new'].map(at),
  ...['goods', 'rules', 'statements', 'import/lots', 'import/products'].map(at),
];

function at(path: string): Walked {
  return { path: `/till/${path}` };
}

describeInChromium('the pages of the till', () => {
  let stage: Stage;
  let pages: readonly Walked[];

  beforeAll(async () => {
    stage = await openStage();
    pages = [...PAGES, ...(await ofOneThing(stage))];
  }, 120_000);
  afterAll(() => stage?.close());

  test('are all that the desk opens', () => expect(unseen('till', pages)).toEqual([]));

  test.each(LANGUAGES)('are whole and can be read by everybody: %s', (language) =>
    walk(stage, language, 'storekeeper', pages),
  );
});

/** One thing of each kind that has a page of its own. */
async function ofOneThing(stage: Stage): Promise<Walked[]> {
  const own = `select it.community_id, it.id from store
    join membership on membership.organisation_id = store.operator_id
    join person on person.id = membership.person_id and person.login = 'storekeeper'`;
  const ofStore = (table: string, more = '') =>
    `${own} join ${table} it on it.community_id = store.community_id
      and it.store_id = store.id ${more} order by it.id limit 1`;
  const transfer = `${own} join stock_transfer it on it.community_id = store.community_id
    and it.store_id = store.id limit 1`;
  const THINGS: readonly (readonly [path: string, type: string, sql: string])[] = [
    ['goods', 'Product', `${own} join product it on it.community_id = store.community_id limit 1`],
    ['shifts', 'Shift', ofStore('shift', 'and it.closed_at is not null')],
    ['lots', 'Lot', ofStore('lot')],
    ['write-offs', 'WriteOff', ofStore('write_off')],
    ['transfers', 'StockTransfer', transfer],
    ['statements', 'OperatorStatement', ofStore('operator_statement')],
    ['allowances', 'Place', `select null community_id, community_id id from store limit 1`],
  ];
  const found = await Promise.all(
    THINGS.map(async ([path, type, sql]) => at(`${path}/${await idOf(stage, type, sql)}`)),
  );
  return [...found, at(`stock-takes/${await stockTake(stage)}`)];
}
