import 'reflect-metadata';
import { createDataSource } from '../../../ormconfig';
import { startDonation } from '../../../src/donations/start-donation';
import { STRANGER } from '../../../src/kernel/actor';
import { inUnitOfWork } from '../../../src/kernel/unit-of-work';
import { newProcessor } from '../../../src/payments/new-processor';
import { connectProcessor } from '../../../src/payments/processor';

/** Begins a gift and dies, as by `kill -9`, before it has noted the answer, or told anybody. */
async function main(): Promise<void> {
  const [, , database = '', base = '', where = '', poolId = ''] = process.argv;
  const source = await createDataSource(database).initialize();
  const processor = newProcessor({
    ...{ key: 'sk_test_of_the_tests', base, provider: 'local', webhookSecret: 'whsec' },
    ...{ publicUrl: 'https://linli.example.org', currencies: ['CNY'] },
  });
  connectProcessor(source, processor);
  const die = () => process.kill(process.pid, 'SIGKILL');
  if (where === 'before-commit') processor.stripe.on('response', die);
  await inUnitOfWork(source, STRANGER, (work) =>
    startDonation(work, {
      ...{ idempotencyKey: 'of-the-dying', to: { poolId }, schedule: 'once', locale: 'zh' },
      amount: { amount: '88.00', currency: 'CNY' },
    }),
  );
  die();
}

void main();
