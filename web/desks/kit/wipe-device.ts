/** What the till knows for bad networks: goods, rules, whom it served today, the open basket. */
export const TILL_SEEN = 'linli-till-seen';

/**
 * Takes from the device what it knows of people and goods: when somebody signs out, or somebody
 * else signs in. What was handed out and not yet sent stays; it names nobody.
 */
export function wipeDevice(): void {
  indexedDB.deleteDatabase(TILL_SEEN);
}
