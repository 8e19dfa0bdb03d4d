import { good, home, type Good } from './good-input';
import { key } from './furnish';
import { day, hours } from './moments';

const officer: Good['as'] = ({ world }) => world.officer;
const leader = home((at) => at.leader);
const cadre = home((at) => at.cadre);
const clerk = home((at) => at.clerk);
const storekeeper = home((at) => at.storekeeper);
const treasurer = home((at) => at.treasurer);

/** Counting, calling back, thanking, freezing, and the rules of the till. */
export const STORES: Record<string, Good> = {
  startStockTake: good('startStockTake', storekeeper, (at) => ({ storeId: at.goods.store })),
  recordCount: good('recordCount', clerk, (at) => ({
    stockTakeId: at.counted.counting,
    countedAt: hours(0),
    lines: [{ productId: at.counted.product, lotId: at.counted.uncounted, pieces: 5 }],
  })),
  closeStockTake: good('closeStockTake', storekeeper, (at) => ({
    stockTakeId: at.counted.counting,
  })),
  approveStockTake: good('approveStockTake', treasurer, (at) => ({
    idempotencyKey: key(),
    stockTakeId: at.counted.toApprove,
  })),
  declineStockTake: good('declineStockTake', treasurer, (at) => ({
    stockTakeId: at.counted.toDecline,
    reason: 'Half of the shelf was forgotten',
  })),
  recallLot: good('recallLot', storekeeper, (at) => ({
    idempotencyKey: key(),
    lotId: at.counted.toRecall,
    reason: 'Mould in some boxes',
  })),
  clearRecalled: good('clearRecalled', treasurer, (at) => ({
    idempotencyKey: key(),
    lotId: at.counted.recalled,
    quantity: 1,
    end: 'WRITTEN_OFF',
  })),
  resolveTillTask: good('resolveTillTask', storekeeper, (at) => ({
    taskId: at.counted.task,
    note: 'It was brought back',
  })),
  setTillRule: good('setTillRule', cadre, (at) => ({
    communityId: at.place.globalId,
    storeId: at.goods.store,
    kind: 'MINIMUM_AGE',
    productClass: 'grain',
    value: 18,
    from: hours(24),
    until: hours(48),
  })),
  'setTillRule, a price': good('setTillRule', cadre, (at) => ({
    communityId: at.place.globalId,
    kind: 'PRIORITY_PRICE',
    priorityGroup: 'DISABLED',
    value: 50,
  })),
  freezeWallet: good('freezeWallet', cadre, (at) => ({
    residentId: at.society.quiet,
    reason: 'The card was lost',
  })),
  unfreezeWallet: good('unfreezeWallet', cadre, (at) => ({
    residentId: at.counted.frozen,
    reason: 'The card was found',
  })),
  setGoodsValue: good('setGoodsValue', officer, (at) => ({
    communityId: at.place.globalId,
    productId: at.goods.rice,
    credits: 2,
    validFrom: day(1),
  })),
  'setGoodsValue, a class': good('setGoodsValue', officer, (at) => ({
    communityId: at.place.globalId,
    allowanceClass: 'grain',
    credits: 1,
  })),
  thankForGoods: good('thankForGoods', clerk, (at) => ({
    lotId: at.counted.toThank,
    residentId: at.society.quiet,
    thanks: 'ACKNOWLEDGEMENT',
  })),
  recordServices: good('recordServices', leader, (at) => ({
    idempotencyKey: key(),
    organisationId: at.team.globalId,
    residentIds: [at.members[0].resident.globalId, at.members[1].resident.globalId],
    serviceKind: 'repair',
    performedAt: hours(-40),
    minutes: 60,
    note: 'The bicycles of the whole court',
    beneficiaryId: at.society.quiet,
  })),
  confirmServices: good('confirmServices', cadre, (at) => ({
    serviceIds: [at.services.toConfirmTogether[0], at.services.toConfirmTogether[1]],
  })),
};
