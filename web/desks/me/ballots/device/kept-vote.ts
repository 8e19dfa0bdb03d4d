import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * What this device keeps of one person's vote in one ballot. It is kept before anything is asked of
 * the server, so that a reload, a dead battery or a lost answer neither loses a vote nor makes two.
 */
export interface KeptVote {
  readonly ballotId: string;
  /** Who votes with it: several people may share a device. */
  readonly personId: string;
  /** What is asked, to name it where the server is not asked. */
  readonly question: string;
  /** From when on no vote is taken. */
  readonly closesAt: string;
  /** The secret: whoever has it can find the vote. Base64url, as all bytes here. */
  readonly token: string;
  /** What is sent to be signed; the same again after a lost answer. */
  readonly blindedToken: string;
  /** What takes the blinding off the signature. */
  readonly unblinder: string;
  /** The ballot's signature under the token, once the server has given it. */
  readonly signature: string | null;
  /** What is on its way into the box; forgotten as soon as it lies there. */
  readonly marks: readonly string[] | null;
  /** Whether the server has said that it lies in the box. */
  readonly isCast: boolean;
}

interface Shelf extends DBSchema {
  votes: { key: [ballotId: string, personId: string]; value: KeptVote };
}

const opened: { shelf?: Promise<IDBPDatabase<Shelf>> } = {};

/** The device's shelf; it fails where a browser keeps nothing, and then no token is taken. */
function shelf(): Promise<IDBPDatabase<Shelf>> {
  opened.shelf ??= openDB<Shelf>('linli-votes', 1, {
    upgrade: (base) => void base.createObjectStore('votes', { keyPath: ['ballotId', 'personId'] }),
  });
  return opened.shelf;
}

/** What is kept for a person's vote in a ballot, if anything is. */
export async function keptVote(ballotId: string, personId: string): Promise<KeptVote | null> {
  return (await (await shelf()).get('votes', [ballotId, personId])) ?? null;
}

/** All that is kept for a person. */
export async function keptVotes(personId: string): Promise<readonly KeptVote[]> {
  const all = await (await shelf()).getAll('votes');
  return all.filter((each) => each.personId === personId);
}

/** Keeps a new vote, unless another window of this device was first: then that is the one. */
export async function keepFirst(vote: KeptVote): Promise<KeptVote> {
  // Browsers that are short of room leave alone what is marked as worth keeping; some ask first.
  void navigator.storage?.persist?.().catch(() => false);
  const change = (await shelf()).transaction('votes', 'readwrite', { durability: 'strict' });
  const before = await change.store.get([vote.ballotId, vote.personId]);
  if (!before) await change.store.put(vote);
  await change.done;
  return before ?? vote;
}

/** Changes what is kept, from what is kept now: another window may have come further. */
export async function changeKept(
  { ballotId, personId }: Pick<KeptVote, 'ballotId' | 'personId'>,
  change: (before: KeptVote) => Partial<KeptVote>,
): Promise<KeptVote> {
  const writing = (await shelf()).transaction('votes', 'readwrite', { durability: 'strict' });
  const before = await writing.store.get([ballotId, personId]);
  if (!before) throw new Error('Nothing is kept of this vote any more.');
  const after = { ...before, ...change(before) };
  await writing.store.put(after);
  await writing.done;
  return after;
}

/** Takes a receipt off this device: from then on nobody finds this vote from here. */
export async function forgetVote(ballotId: string, personId: string): Promise<void> {
  await (await shelf()).delete('votes', [ballotId, personId]);
}
