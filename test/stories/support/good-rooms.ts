import { good, home, type Good } from './good-input';
import { cny, key } from './furnish';
import { day } from './moments';

const clerk = home((at) => at.clerk);
const storekeeper = home((at) => at.storekeeper);
const treasurer = home((at) => at.treasurer);

/** Writing off, sending to another store, gifts over the counter, and shifts. */
export const ROOMS: Record<string, Good> = {
  writeOffGoods: good('writeOffGoods', clerk, (at) => ({
    idempotencyKey: key(),
    lotId: at.room.lot,
    quantity: 1,
    reason: 'DAMAGED',
    note: 'It fell off the shelf',
    photoId: at.room.photo,
  })),
  approveWriteOff: good('approveWriteOff', treasurer, (at) => ({
    idempotencyKey: key(),
    writeOffId: at.room.toApprove,
  })),
  declineWriteOff: good('declineWriteOff', treasurer, (at) => ({
    writeOffId: at.room.toDecline,
    reason: 'They can still be given away',
  })),
  reverseWriteOff: good('reverseWriteOff', storekeeper, (at) => ({
    idempotencyKey: key(),
    writeOffId: at.room.writtenOff,
    reason: 'They were found',
  })),
  setWriteOffLimit: good('setWriteOffLimit', treasurer, (at) => ({
    storeId: at.room.second,
    pieces: 5,
    value: cny('50.00'),
  })),
  sendGoods: good('sendGoods', storekeeper, (at) => ({
    idempotencyKey: key(),
    fromStoreId: at.room.store,
    toStoreId: at.room.second,
    blind: true,
    note: 'For the festival',
    lines: [{ lotId: at.room.lot, quantity: 2, asProductId: at.room.product }],
  })),
  receiveTransfer: good('receiveTransfer', clerk, (at) => ({
    idempotencyKey: key(),
    transferId: at.room.toReceive,
    lines: [{ lotId: at.room.lot, pieces: 2 }],
    note: 'One box was wet',
  })),
  cancelTransfer: good('cancelTransfer', storekeeper, (at) => ({
    idempotencyKey: key(),
    transferId: at.room.toCancel,
    reason: 'The cart broke down',
  })),
  settleTransferDifference: good('settleTransferDifference', treasurer, (at) => ({
    idempotencyKey: key(),
    transferId: at.room.short,
    difference: 'LOST',
    reason: 'Nobody found it',
  })),
  setMinimumStock: good('setMinimumStock', storekeeper, (at) => ({
    storeId: at.room.store,
    productId: at.room.product,
    pieces: 20,
    validFrom: day(1),
  })),
  openGoodsDrive: good('openGoodsDrive', storekeeper, (at) => ({
    communityId: at.place.globalId,
    title: 'Spring cleaning',
    place: 'The square',
    organiserId: at.team.globalId,
    startsOn: day(),
    endsOn: day(20),
  })),
  endGoodsDrive: good('endGoodsDrive', storekeeper, (at) => ({ driveId: at.front.toEnd })),
  receiveGoodsGift: good('receiveGoodsGift', clerk, (at) => ({
    idempotencyKey: key(),
    storeId: at.room.store,
    residentId: at.leader.resident.globalId,
    named: false,
    driveId: at.front.drive,
    thanks: 'CREDITS',
    lines: [{ productId: at.room.product, quantity: 3, expiresOn: day(30) }],
  })),
  'receiveGoodsGift, a name': good('receiveGoodsGift', storekeeper, (at) => ({
    idempotencyKey: key(),
    storeId: at.room.store,
    giverName: 'A neighbour',
    lines: [{ productId: at.room.product, quantity: 3 }],
  })),
  'receiveGoodsGift, an organisation': good('receiveGoodsGift', storekeeper, (at) => ({
    idempotencyKey: key(),
    storeId: at.room.store,
    organisationId: at.enterprise.globalId,
    lines: [{ productId: at.room.product, quantity: 3 }],
  })),
  printGoodsSlip: good('printGoodsSlip', clerk, (at) => ({ giftId: at.front.gift })),
  reverseGoodsThanks: good('reverseGoodsThanks', storekeeper, (at) => ({
    idempotencyKey: key(),
    lotId: at.front.thanked,
    reason: 'They were not theirs to give',
  })),
  openShift: good('openShift', clerk, (at) => ({
    storeId: at.goods.store,
    counted: [{ productId: at.goods.soap, pieces: 900 }],
  })),
  closeShift: good('closeShift', clerk, (at) => ({
    shiftId: at.front.shift,
    counted: [{ productId: at.room.product, pieces: 400 }],
    note: 'The scale is broken',
    slips: 0,
  })),
  settleShift: good('settleShift', storekeeper, (at) => ({
    shiftId: at.front.differing,
    note: 'The slip was of yesterday',
    count: true,
  })),
};
