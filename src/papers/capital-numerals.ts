const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['元', '万', '亿'];

/** Ten thousand times a hundred million yuan: the groups of four digits that have a name here. */
const MOST_FEN = 100_000_000_000_000n;

/**
 * Renminbi in the capitals that papers about money are written in, because nobody makes a 壹 into
 * a 柒 with one stroke: 123450n fen → 壹仟贰佰叁拾肆元伍角整. As the rules for filling in bills
 * have it: 零 stands once for zeros between digits, and before fen where there is no jiao; 整 ends
 * what ends before fen. Where they leave it open, no 零 is written.
 */
export function capitalNumerals(fen: bigint): string {
  if (fen < 0n || fen >= MOST_FEN) throw new Error(`${fen} fen has no capitals`);
  const whole = yuan(fen / 100n);
  const jiao = Number((fen / 10n) % 10n);
  const rest = Number(fen % 10n);
  if (jiao === 0 && rest === 0) return `${whole || '零元'}整`;
  const tens = jiao > 0 ? `${DIGITS[jiao]}角` : whole ? '零' : '';
  return `${whole}${tens}${rest > 0 ? `${DIGITS[rest]}分` : '整'}`;
}

/** Whole yuan with their 元; nothing for none. */
function yuan(whole: bigint): string {
  if (whole === 0n) return '';
  let said = '';
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const four = Number((whole / 10_000n ** BigInt(group)) % 10_000n);
    const name = GROUPS[group] ?? '';
    if (four === 0) {
      if (group === 0) said += name;
      continue;
    }
    // A zero at the head of these four, or of four before them that were none.
    if (said !== '' && (four < 1000 || isGap(whole, group))) said += '零';
    said += `${upTo9999(four)}${name}`;
  }
  return said;
}

/** Whether the four digits before a group are all zero, and so were left out. */
function isGap(whole: bigint, group: number): boolean {
  return (whole / 10_000n ** BigInt(group + 1)) % 10_000n === 0n;
}

function upTo9999(four: number): string {
  let said = '';
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(four / 10 ** place) % 10;
    if (digit > 0) said += `${DIGITS[digit]}${PLACES[place]}`;
    else if (said !== '' && !said.endsWith('零')) said += '零';
  }
  return said.replace(/零$/, '');
}
