import type { Qr } from '../../src/papers/qr';

const SIZE = 21;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Which modules the eight masks turn over. */
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** What a code of the smallest size says, as a scanner reads it that needs to mend nothing. */
export function readSmallQr({ size, isDark }: Qr): string {
  if (size !== SIZE) throw new Error(`A code of ${size} modules is not the smallest`);
  // The mask's number stands beside a corner, itself turned over by 101.
  const told = [2, 3, 4].map((x) => (isDark(x, 8) ? 1 : 0));
  const mask = MASKS[(told[0]! * 4 + told[1]! * 2 + told[2]!) ^ 0b101]!;
  const bits = walk()
    .map(([x, y]) => (isDark(x, y) !== mask(y, x) ? '1' : '0'))
    .join('');
  let at = 0;
  const take = (length: number) => parseInt(bits.slice(at, (at += length)), 2);
  let text = '';
  for (let mode = take(4); mode !== 0; mode = take(4)) text += stretch(mode, take);
  return text;
}

/** A stretch of digits alone, or of capitals and digits; there is no other in what we print. */
function stretch(mode: number, take: (bits: number) => number): string {
  if (mode !== 1 && mode !== 2) throw new Error(`A stretch is written in another way: ${mode}`);
  let text = '';
  if (mode === 1)
    for (let left = take(10); left > 0; left -= 3) {
      const digits = Math.min(left, 3);
      text += String(take([0, 4, 7, 10][digits]!)).padStart(digits, '0');
    }
  else
    for (let left = take(9); left > 0; left -= 2) {
      const value = take(left === 1 ? 6 : 11);
      if (left > 1) text += ALPHABET[Math.floor(value / 45)];
      text += ALPHABET[value % 45];
    }
  return text;
}

/** The modules that hold bits: two columns at a time from the right, up and down by turns. */
function walk(): [x: number, y: number][] {
  const places: [number, number][] = [];
  let upwards = true;
  for (let right = SIZE - 1; right > 0; right -= 2) {
    // The column of dots is stepped over.
    if (right === 6) right = 5;
    for (let step = 0; step < SIZE; step += 1) {
      const y = upwards ? SIZE - 1 - step : step;
      for (const x of [right, right - 1]) if (isFree(x, y)) places.push([x, y]);
    }
    upwards = !upwards;
  }
  return places;
}

function isFree(x: number, y: number): boolean {
  const corner = (x < 9 && y < 9) || (x > SIZE - 9 && y < 9) || (x < 9 && y > SIZE - 9);
  return !corner && x !== 6 && y !== 6;
}
