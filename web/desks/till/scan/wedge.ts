/** A key as it came, on the clock of the device and not of the busy page. */
export interface Key {
  readonly key: string;
  /** Milliseconds. */
  readonly at: number;
}

/** No code is shorter; a person does not type so many keys at that speed. */
const SHORTEST = 6;

/** A scanner's keys follow each other within this on the average, and never slower than that. */
const MEAN_MS = 40;
const SLOWEST_MS = 120;

/**
 * Where a scan that this Enter ends began: the longest run of keys up to it that no hand types.
 * Null: it was a hand. Keys are kept, and judged by their own times only when Enter comes: a page
 * that was busy while they came loses none, least of all the first.
 */
export function startOfScan(keys: readonly Key[], enter: number): number | null {
  const gaps = keys.map(({ at }, i) => (keys[i + 1]?.at ?? enter) - at);
  const slow = gaps.findLastIndex((gap) => gap > SLOWEST_MS);
  for (let start = slow + 1; keys.length - start >= SHORTEST; start += 1)
    if (enter - (keys[start]?.at ?? 0) <= MEAN_MS * (keys.length - start)) return start;
  return null;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** A key, and the text field that it went to, as that was before. */
interface TypedKey extends Key {
  readonly field: TextField | null;
  readonly value: string;
}

/** More than any code has; what is older is forgotten. */
const MOST_KEYS = 128;

/**
 * Watches the keys of the whole page for a scanner that types like a keyboard and ends with Enter.
 * What a hand types goes where it belongs; after a scan into a text field, the field has again what
 * it held before. Keys pressed outside of text fields are told to `pressed`, all of them and in
 * their order, as soon as it is sure that they are no scan.
 */
export function watchWedge(
  scanned: (text: string) => void,
  pressed: (key: string) => void,
): () => void {
  let keys: TypedKey[] = [];
  let outside: string[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;
  const tellPressed = () => {
    // Too many for a hand and without an Enter: half a scan means nothing.
    if (outside.length < SHORTEST) outside.forEach(pressed);
    outside = [];
  };
  const onEnter = (event: KeyboardEvent) => {
    const start = startOfScan(keys, event.timeStamp);
    const scan = start === null ? [] : keys.slice(start);
    keys = [];
    const [first] = scan;
    if (!first) return;
    event.preventDefault();
    event.stopPropagation();
    outside = [];
    if (first.field) putBack(first.field, first.value);
    scanned(scan.map(({ key }) => key).join(''));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === 'Enter') return onEnter(event);
    // Nobody waits between the last thing and the key that finishes.
    if (/^F\d/.test(event.key)) return tellPressed();
    if ([...event.key].length !== 1) return;
    const { key, timeStamp: at } = event;
    const field = textField(event.target);
    if (!field) {
      outside.push(key);
      clearTimeout(pause);
      pause = setTimeout(tellPressed, SLOWEST_MS);
    }
    keys = [...keys, { key, at, field, value: field?.value ?? '' }].slice(-MOST_KEYS);
  };
  document.addEventListener('keydown', onKey, true);
  return () => {
    clearTimeout(pause);
    document.removeEventListener('keydown', onKey, true);
  };
}

const NOT_TYPED_IN = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file'];

function textField(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement) return target;
  if (!(target instanceof HTMLInputElement)) return null;
  return NOT_TYPED_IN.includes(target.type) ? null : target;
}

/** Sets a field as typing would, so that whoever follows it is told. */
function putBack(field: TextField, value: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
