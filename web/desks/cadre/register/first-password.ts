/** Letters and digits that nobody takes for others when they are read out or copied by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const LENGTH = 5;

/** A letter by chance, each as likely as the others. */
function letter(): string {
  const fair = 256 - (256 % LETTERS.length);
  for (;;) {
    const [byte = fair] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return LETTERS[byte % LETTERS.length] ?? '';
  }
}

/** A first password of 15 letters in groups: nobody guesses it, and it is read out easily. */
export function firstPassword(): string {
  const group = () => Array.from({ length: LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
