import { MeBallotKey, MeCastVote, MeVoteOfToken } from '../../../../generated/operations';
import { askNameless } from './ask-nameless';
import { blind, unblind } from './blinding';
import { changeKept, forgetVote, keepFirst, keptVote, type KeptVote } from './kept-vote';

/** What of a ballot is needed to vote in it. */
export interface Votable {
  readonly id: string;
  readonly question: string;
  readonly closesAt: string;
  readonly mostMarks: number | null;
  readonly publicKey: string | null;
}

/**
 * Whether everybody is shown the key that we are shown: one of our own would mark our vote. Asked
 * without a name; undefined when no answer came.
 */
export async function isKeyOfAll({ id, publicKey }: Votable): Promise<boolean | undefined> {
  const answer = await askNameless(MeBallotKey, { id });
  if (!answer) return undefined;
  const ballot = answer.node;
  return ballot !== null && 'publicKey' in ballot && ballot.publicKey === publicKey;
}

/** Asks for the signature, signed in: null when it was refused, or no answer came. */
export type AskSignature = (blindedToken: string) => Promise<string | null>;

/**
 * Takes the token of a person's vote: chosen, blinded and kept here before it is asked for. Asked
 * again after a lost answer, it is the same one that is signed.
 */
export async function takeToken(
  ballot: Votable,
  personId: string,
  askSignature: AskSignature,
): Promise<KeptVote | null> {
  const { id: ballotId, question, closesAt, publicKey } = ballot;
  if (publicKey === null) throw new Error('A vote by name needs no token.');
  const kept = (await keptVote(ballotId, personId)) ?? (await keepFirst(await blank()));
  if (kept.signature !== null) return kept;
  const blindSignature = await askSignature(kept.blindedToken);
  if (blindSignature === null) return null;
  const signature = await unblind(publicKey, kept, blindSignature);
  return await changeKept(kept, () => ({ signature }));

  async function blank(): Promise<KeptVote> {
    const vote = { ballotId, personId, question, closesAt, signature: null, marks: null };
    return { ...vote, isCast: false, ...(await blind(publicKey ?? '')) };
  }
}

/** No token is signed for this vote here: what was prepared is worth nothing. */
export async function dropUnsigned({ id }: Votable, personId: string): Promise<void> {
  const kept = await keptVote(id, personId);
  if (kept && kept.signature === null) await forgetVote(id, personId);
}

/** What came of putting a vote in the box. */
export type Cast =
  | { readonly came: 'in-the-box' | 'no-answer' | 'another-is-in' | 'too-late' }
  | { readonly came: 'refused'; readonly why: string };

/**
 * Puts a vote in the box without a name. What is on its way is kept until the server says that it
 * is there; another try sends the same, whatever is chosen then.
 */
export async function castVote(
  { mostMarks }: Votable,
  vote: KeptVote,
  chosen: readonly string[],
): Promise<Cast> {
  const kept = await changeKept(vote, ({ marks }) => ({ marks: marks ?? chosen }));
  const { ballotId, token, signature, marks } = kept;
  if (signature === null || marks === null) throw new Error('Nothing is signed yet.');
  const said =
    mostMarks === null
      ? { choice: marks[0] ?? '', marks: null }
      : { choice: null, marks: [...marks] };
  const answer = await askNameless(MeCastVote, { input: { ballotId, token, signature, ...said } });
  const problems = answer?.castVote?.userErrors;
  if (!problems) return { came: 'no-answer' };
  const [problem] = problems;
  if (!problem || problem.code === 'TOKEN_USED') {
    await changeKept(kept, () => ({ isCast: true, marks: null }));
    return { came: problem ? 'another-is-in' : 'in-the-box' };
  }
  await changeKept(kept, () => ({ marks: null }));
  if (problem.code === 'BALLOT_CLOSED') return { came: 'too-late' };
  return { came: 'refused', why: problem.message };
}

/** What lies in the box under a token: asked without a name. Undefined when no answer came. */
export async function findVote({
  ballotId: id,
  token,
}: KeptVote): Promise<readonly string[] | null | undefined> {
  const answer = await askNameless(MeVoteOfToken, { id, token });
  if (!answer) return undefined;
  const ballot = answer.node;
  return ballot && 'vote' in ballot ? (ballot.vote?.choices ?? null) : null;
}
