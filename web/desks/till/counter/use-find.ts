import { useState } from 'react';
import type { CombinedError } from 'urql';
import {
  findCustomers,
  findSeen,
  type Found,
  remember,
  type SeenCustomer,
  soughtBy,
} from '../device/customers';
import { isReached } from '../device/network';

/** Somebody who may be meant: with a name and an address only while the server is reached. */
export type Candidate = SeenCustomer & Partial<Pick<Found, 'name' | 'address'>>;

export interface Find {
  readonly find: (text: string) => Promise<void>;
  readonly busy: boolean;
  /** Null: nobody was sought. */
  readonly people: readonly Candidate[] | null;
  readonly failure: CombinedError | null;
  readonly choose: (candidate: Candidate) => void;
}

/** Finds who stands at the till; the only one there is is chosen at once. */
export function useFind(storeId: string, chosen: (customer: SeenCustomer) => void): Find {
  const [busy, setBusy] = useState(false);
  const [people, setPeople] = useState<readonly Candidate[] | null>(null);
  const [failure, setFailure] = useState<CombinedError | null>(null);
  const choose = (candidate: Candidate) => {
    setPeople(null);
    if (isFound(candidate)) void remember(candidate);
    chosen(candidate);
  };
  const find = async (text: string) => {
    if (text.trim() === '') return;
    setBusy(true);
    setFailure(null);
    setPeople(null);
    const answer = isReached() ? await findCustomers(storeId, soughtBy(text)) : null;
    const there = answer?.error?.networkError || !answer ? await findSeen(text) : answer.data;
    setBusy(false);
    if (!there) return setFailure(answer?.error ?? null);
    const [only] = there;
    if (only && there.length === 1) choose(only);
    else setPeople(there);
  };
  return { find, busy, people, failure, choose };
}

const isFound = (candidate: Candidate): candidate is Found =>
  candidate.name !== undefined && candidate.address !== undefined;
