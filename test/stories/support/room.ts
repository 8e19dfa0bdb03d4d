import { uploadAttachment } from '../../../src/attachments/upload-attachment';
import { toGlobalId } from '../../../src/kernel/global-id';
import { openStore } from '../../../src/supermarkets/open-store';
import { receiveGoods } from '../../../src/supermarkets/receive-goods';
import { receiveTransfer } from '../../../src/supermarkets/receive-transfer';
import { sendGoods } from '../../../src/supermarkets/send-goods';
import { setWriteOffLimit } from '../../../src/supermarkets/set-write-off-limit';
import { writeOffGoods } from '../../../src/supermarkets/write-off-goods';
import { pdf } from '../../attachments/files';
import type { CommunityWorld, World } from '../../support/world';
import { key, type Run } from './furnish';

/** Two stores that lend each other goods, and write off what nobody can use. */
export interface Room {
  readonly store: string;
  readonly second: string;
  /** A lot in the first of them with pieces enough, and the product that it is of. */
  readonly lot: string;
  readonly product: string;
  /** A file of the clerk's that is attached to nothing. */
  readonly photo: string;
  /** Write-offs beyond the limit, and one within it. */
  readonly toApprove: string;
  readonly toDecline: string;
  readonly writtenOff: string;
  /** Transfers of the lot on their way to the second store, and one that came short. */
  readonly toReceive: string;
  readonly toCancel: string;
  readonly short: string;
}

export async function makeRoom(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
  { poolId, product }: { readonly poolId: string; readonly product: string },
): Promise<Room> {
  const { storekeeper, clerk, treasurer } = home;
  const open = async (code: string) => {
    const of = {
      ...{ communityId: home.place.globalId, name: `Room ${code}`, code, poolId },
      ...{ operatorId: home.operator.globalId, premisesOwnerId: home.committee.globalId },
    };
    const { id } = await run(officer, (work) => openStore(work, of));
    return toGlobalId('Store', home.id, id);
  };
  const store = await open('R1');
  const second = await open('R2');
  const goods = { storeId: store, productId: product, quantity: 500, source: 'DONATED' as const };
  const { id: lotRow } = await run(storekeeper, (work) =>
    receiveGoods(work, { idempotencyKey: key(), ...goods }),
  );
  const lot = toGlobalId('Lot', home.id, lotRow);
  const writeOff = async () => {
    const asked = { lotId: lot, quantity: 2, reason: 'damaged' as const };
    const { id } = await run(clerk, (work) =>
      writeOffGoods(work, { idempotencyKey: key(), ...asked }),
    );
    return toGlobalId('WriteOff', home.id, id);
  };
  const beyond = { toApprove: await writeOff(), toDecline: await writeOff() };
  await run(treasurer, (work) => setWriteOffLimit(work, { storeId: store, pieces: 100 }));
  const send = async () => {
    const way = { fromStoreId: store, toStoreId: second, lines: [{ lotId: lot, quantity: 3 }] };
    const { id } = await run(storekeeper, (work) =>
      sendGoods(work, { idempotencyKey: key(), ...way }),
    );
    return toGlobalId('StockTransfer', home.id, id);
  };
  const receive = async (transferId: string) => {
    const counted = { transferId, lines: [{ lotId: lot, pieces: 2 }] };
    await run(clerk, (work) => receiveTransfer(work, { idempotencyKey: key(), ...counted }));
    return transferId;
  };
  const file = { communityId: home.id, lineage: [home.id], bytes: pdf('what is broken') };
  const { id: photoRow } = await run(clerk, (work) => uploadAttachment(work, file));
  return {
    photo: toGlobalId('Attachment', home.id, photoRow),
    ...{ store, second, lot, product, ...beyond, writtenOff: await writeOff() },
    ...{ toReceive: await send(), toCancel: await send(), short: await receive(await send()) },
  };
}
