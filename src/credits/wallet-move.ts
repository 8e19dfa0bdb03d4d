/** What made a wallet grow or shrink. */
export type WalletMove =
  'service' | 'goods' | 'course' | 'received' | 'handed_on' | 'spent' | 'expired' | 'corrected';

/** The rules that move credits in wallets; a test holds them against the textbook. */
export const WALLET_RULES: Readonly<Record<string, WalletMove | 'household'>> = {
  serviceCredited: 'service',
  goodsGiftCredited: 'goods',
  courseCredited: 'course',
  creditsTransferred: 'household',
  goodsExchanged: 'spent',
  creditsExpired: 'expired',
  reversal: 'corrected',
};

/** The words for each in the languages of the API. */
export const MOVE_WORDS: Readonly<Record<WalletMove, string>> = {
  service: 'WALLET_MOVE_SERVICE',
  goods: 'WALLET_MOVE_GOODS',
  course: 'WALLET_MOVE_COURSE',
  received: 'WALLET_MOVE_RECEIVED',
  handed_on: 'WALLET_MOVE_HANDED_ON',
  spent: 'WALLET_MOVE_SPENT',
  expired: 'WALLET_MOVE_EXPIRED',
  corrected: 'WALLET_MOVE_CORRECTED',
};

/** In the order in which a month tells them. */
export const WALLET_MOVES = Object.keys(MOVE_WORDS) as WalletMove[];

/** What a line of a wallet is: by its rule, and for what was handed on, by its direction. */
export function moveOf(rule: string, credits: bigint): WalletMove {
  const move = WALLET_RULES[rule];
  if (!move) throw new Error(`No wallet knows the rule ${rule}`);
  if (move !== 'household') return move;
  return credits > 0n ? 'received' : 'handed_on';
}
