import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { read } from '../kernel/read';
import type { GoodsGiftRow } from './goods-gift.entity';
import { hashGoodsToken, newGoodsToken } from './goods-gift-token';

/** A slip that is printed more often than this is handed out, not lost. */
const MOST_LINKS = 20;

/**
 * Makes one more word to follow a gift by; too many are refused, at the field that asks for it:
 * `TOO_MANY_SLIPS`.
 */
export async function newGiftLink(
  work: UnitOfWork,
  { communityId, id }: Pick<GoodsGiftRow, 'communityId' | 'id'>,
  path: readonly string[],
): Promise<string> {
  const token = newGoodsToken(communityId);
  const made = await read(
    await work.begin(),
    `insert into goods_gift_link (community_id, token_hash, gift_id, made_by, made_at)
     select $1, $2, $3, $4, $5
     where (select count(*) from goods_gift_link link
       where link.community_id = $1 and link.gift_id = $3) < ${MOST_LINKS}
     returning gift_id`,
    [communityId, hashGoodsToken(token), id, work.actor.personId, work.now],
  );
  if (made.length === 0) throw new Refusal('TOO_MANY_SLIPS', { most: MOST_LINKS }, path);
  return token;
}
