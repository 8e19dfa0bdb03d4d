import type { DemoPerson } from '../../seeds/cast';
import type { Database } from './database';
import { isLoopback } from './setting';
import type { Settings } from './settings';

/** What a started server says about itself. */
export function greet(started: {
  settings: Settings;
  database: Database;
  url: string;
  people: DemoPerson[];
  print: (line: string) => void;
}): void {
  const { settings, database, people, print } = started;
  const url = settings.publicUrl ?? started.url;
  print('');
  print('Linli 邻里 is up.');
  print(`  Desks              ${url}/desks`);
  print(`  Giving, open books ${url}/give, ${url}/c`);
  print(`  ${settings.openQueries ? 'GraphiQL and API  ' : 'API               '} ${url}/graphql`);
  print(`  Alive, ready       ${url}/healthz, ${url}/readyz`);
  print(`  Data               ${database.where}`);
  print(`  Gifts              ${gifts(settings, url)}`);
  if (people.length > 0) {
    print('');
    print('People of the demo (role, name, login, password):');
    for (const line of columns(people.map((p) => [p.role, p.name, p.login, p.password]))) {
      print(`  ${line}`);
    }
    if (!isLoopback(settings.host)) {
      print(`HOST ${settings.host} opens this demo, and its known passwords, to the network.`);
    }
  }
  print('');
  print('Ctrl-C stops it.');
}

function gifts({ payments, mail, environment }: Settings, url: string): string {
  if (payments.by === 'none') return 'are not taken (STRIPE_SECRET_KEY, LOCAL_PAYMENTS)';
  const by = payments.by === 'local' ? 'no money moves' : `events to ${url}/webhooks/stripe`;
  const outbox = mail.smtpUrl === null && environment !== 'production';
  return outbox ? `${by}; letters to givers: ${url}/demo/mails` : by;
}

function columns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => width(row[i]))));
  return rows.map((row) =>
    row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell))).join('  '),
  );
}

/** Chinese characters take two places in a terminal. */
function width(cell = ''): number {
  return [...cell].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}
