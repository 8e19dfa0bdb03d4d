import { useCallback, useEffect, useState } from 'react';
import { keptVote, keptVotes, type KeptVote } from './kept-vote';

/** What the device keeps, read anew when somebody comes back to this window. */
export interface Kept<Value> {
  /** Undefined while it is read. */
  readonly value: Value | undefined;
  /** This browser keeps nothing: no token may be taken with it. */
  readonly isShut: boolean;
  readonly again: () => Promise<void>;
}

function useShelf<Value>(readShelf: () => Promise<Value>): Kept<Value> {
  const [value, setValue] = useState<Value>();
  const [isShut, setShut] = useState(false);
  const again = useCallback(async () => {
    try {
      setValue(await readShelf());
    } catch {
      setShut(true);
    }
  }, [readShelf]);
  useEffect(() => {
    void again();
    const back = () => void again();
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, [again]);
  return { value, isShut, again };
}

/** What this device keeps of a person's vote in a ballot; null: nothing. */
export function useKeptVote(ballotId: string, personId: string): Kept<KeptVote | null> {
  return useShelf(useCallback(() => keptVote(ballotId, personId), [ballotId, personId]));
}

/** All that this device keeps for a person. */
export function useKeptVotes(personId: string): Kept<readonly KeptVote[]> {
  return useShelf(useCallback(() => keptVotes(personId), [personId]));
}
