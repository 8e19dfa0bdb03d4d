import type { DataSource } from 'typeorm';
import { lookAt } from '../../donations/look-at';
import { sendRefunds } from '../../donations/send-refunds';
import { sweep } from '../../donations/sweep';
import { amount, toDecimal } from '../../kernel/amount';
import { CURRENCIES, currency, type Currency } from '../../kernel/currency';
import { processorOf } from '../../payments/processor';
import { holds, prove, reconcile, type Proof } from '../../payments/reconcile';
import { connectPayments } from '../payments/connect';
import { print, runCommand } from './command';

/**
 * `npm run reconcile`: looks at everything that is open at the processor, posts what is missing,
 * and proves that the books and the account agree; exits non-zero where they do not. Without a key
 * it asks the stand-in of the server that runs on these data, or starts it for as long as it takes.
 */
void runCommand(async ({ source, settings }) => {
  if (settings.payments.by === 'none') {
    print('Nobody takes payments here: set STRIPE_SECRET_KEY, or LOCAL_PAYMENTS=on.');
    return false;
  }
  const publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
  const addresses = { publicUrl, webhookUrl: null, pageUrl: publicUrl };
  const connected = await connectPayments(source, settings.payments, addresses, print);
  try {
    return await bringUp(source);
  } finally {
    await connected.close();
  }
});

async function bringUp(source: DataSource): Promise<boolean> {
  const processor = processorOf(source);
  const now = new Date();
  const unseen = await sweep(source, processor, now);
  const unsent = await sendRefunds(source, processor, now);
  const waiting = await reconcile(source, processor, lookAt, now);
  const proofs = await prove(source, processor);
  const tasks = await openTasks(source);
  print(`The books and the account at the processor (${processor.provider}):`);
  for (const proof of proofs) print(row(proof));
  if (proofs.length === 0) print('  nothing has moved yet');
  const left: [number, string][] = [
    [unseen, 'gifts could not be looked at'],
    [unsent, 'refunds could not be sent'],
    [waiting, 'transactions wait for their gifts'],
    [tasks, 'tasks wait for a person'],
  ];
  for (const [count, what] of left) if (count > 0) print(`  ${count} ${what}`);
  const right = proofs.every(holds) && unseen + unsent + waiting === 0;
  print(right ? 'Everything holds.' : 'It does not hold.');
  return right;
}

function row(proof: Proof): string {
  const shown = (minor: bigint) => written(proof.currency, minor);
  const { books, mirrored, processor, pending, suspense } = proof;
  const says = holds(proof) ? 'right' : 'WRONG';
  return (
    `  ${says}  ${proof.currency}  books ${shown(books)} · transactions ${shown(mirrored)} · ` +
    `processor ${shown(processor)} · pending ${shown(pending)} · suspense ${shown(suspense)}`
  );
}

/** The processor may hold a currency that we know nothing of. */
function written(code: string, minor: bigint): string {
  const known = CURRENCIES.find((each): each is Currency => each === code);
  return known ? toDecimal(amount(currency(known), minor)) : `${minor} (minor units)`;
}

async function openTasks(source: DataSource): Promise<number> {
  const [row] = await source.query<{ n: number }[]>(
    `-- every community: the account at the processor is the city's
     select count(*)::int as n from payment_task where state = 'open'`,
  );
  return row?.n ?? 0;
}
