import { toGlobalId } from '../../../src/kernel/global-id';
import { closeShift } from '../../../src/supermarkets/close-shift';
import { openGoodsDrive } from '../../../src/supermarkets/open-goods-drive';
import { openShift } from '../../../src/supermarkets/open-shift';
import { receiveGoodsGift } from '../../../src/supermarkets/receive-goods-gift';
import { recordPremisesAgreement } from '../../../src/supermarkets/record-premises-agreement';
import { setGoodsValue } from '../../../src/supermarkets/set-goods-value';
import type { CommunityWorld, World } from '../../support/world';
import { cny, key, type Run } from './furnish';
import { day } from './moments';
import type { Room } from './room';

/** What comes in over the counter of those stores, who stands behind it, and whose house it is. */
export interface Front {
  readonly drive: string;
  readonly toEnd: string;
  /** Goods that the team's leader brought under the first drive, thanked with credits. */
  readonly gift: string;
  readonly thanked: string;
  /** The clerk's, at the first store; and one at the second that ended with a slip too many. */
  readonly shift: string;
  readonly differing: string;
  readonly toRenew: string;
  readonly toEndEarly: string;
}

export async function openFront(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
  { store, second, product }: Room,
): Promise<Front> {
  const communityId = home.place.globalId;
  const { storekeeper, clerk, leader } = home;
  const open = async (title: string) => {
    const when = { startsOn: day(-3), endsOn: day(10) };
    const { id } = await run(storekeeper, (work) =>
      openGoodsDrive(work, { communityId, title, place: 'The square', ...when }),
    );
    return toGlobalId('GoodsDrive', home.id, id);
  };
  const drive = await open('Warm winter');
  await run(officer, (work) =>
    setGoodsValue(work, { communityId, productId: product, credits: 1 }),
  );
  const { gift } = await run(clerk, (work) =>
    receiveGoodsGift(work, {
      ...{ idempotencyKey: key(), storeId: store, driveId: drive, thanks: 'credits' },
      ...{ residentId: leader.resident.globalId, lines: [{ productId: product, quantity: 3 }] },
    }),
  );
  const [lot] = await run(clerk, (work) =>
    work.db.query<{ id: string }[]>(
      'select lot_id id from goods_gift_line where community_id = $1 and gift_id = $2',
      [home.id, gift.id],
    ),
  );
  const begin = async (storeId: string) => {
    const { id } = await run(clerk, (work) => openShift(work, { storeId }));
    return toGlobalId('Shift', home.id, id);
  };
  const differing = await begin(second);
  await run(clerk, (work) => closeShift(work, { shiftId: differing, slips: 1 }));
  const lend = async (storeId: string) => {
    const agreed = {
      ...{ storeId, address: 'Building 1, ground floor', terms: 'The committee lends it' },
      ...{ period: { from: day(-30), until: day(30) }, monthlyRent: cny('10.00') },
    };
    const { id } = await run(officer, (work) => recordPremisesAgreement(work, agreed));
    return toGlobalId('PremisesAgreement', home.id, id);
  };
  return {
    ...{ drive, toEnd: await open('Cold winter'), gift: toGlobalId('GoodsGift', home.id, gift.id) },
    ...{ thanked: toGlobalId('Lot', home.id, lot?.id ?? ''), shift: await begin(store), differing },
    ...{ toRenew: await lend(store), toEndEarly: await lend(second) },
  };
}
