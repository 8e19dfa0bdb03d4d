import type { Currency } from '../../src/kernel/currency';
import { serve, type Served } from '../../src/server/serve';
import type { FreshDatabase } from '../support/database';

const CURRENCIES: Currency[] = ['CNY', 'USD', 'EUR', 'HKD', 'JPY'];

/** A server that takes gifts by the stand-in, with all that it has written down. */
export interface Counter extends Served {
  readonly logged: string[];
}

export async function openCounter(
  { dataSource }: Pick<FreshDatabase, 'dataSource'>,
  more: Partial<Parameters<typeof serve>[0]> = {},
): Promise<Counter> {
  const logged: string[] = [];
  const settings = {
    ...{ host: '127.0.0.1', port: 0, publicUrl: null },
    payments: { by: 'local' as const, currencies: CURRENCIES },
    mail: { smtpUrl: null, from: 'Linli <letters@linli.invalid>' },
    ...more,
  };
  const served = await serve(settings, dataSource, (line) => logged.push(line));
  return { ...served, logged };
}

/** Does on the payment page what a giver does, and answers where the giver is led. */
export async function payOn(
  checkoutUrl: string | null,
  act: 'pay' | 'pending' | 'fail' | 'cancel' = 'pay',
): Promise<string> {
  const url = checkoutUrl ?? '';
  const page = await (await fetch(url)).text();
  const method = /name="method" value="(\w+)" checked/.exec(page)?.[1] ?? '';
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ act, method }),
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`The payment page answered ${answer.status}`);
  return answer.headers.get('location') ?? '';
}

/** Waits for what the worker does by itself. */
export async function until<T>(ask: () => Promise<T>, right: (found: T) => boolean): Promise<T> {
  for (const giveUpAt = Date.now() + 20_000; ;) {
    const found = await ask();
    if (right(found)) return found;
    if (Date.now() > giveUpAt) throw new Error(`It did not come: ${JSON.stringify(found)}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}
