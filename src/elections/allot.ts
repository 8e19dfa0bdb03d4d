/** Somebody who is elected or follows, in a ward, as they are on the first day of the term. */
export interface Contender {
  readonly candidateId: string;
  readonly votes: number;
  readonly isCadre: boolean;
  /** Whether they can sit there at all: they live there still, and are of the group. */
  readonly fits: boolean;
}

/** A ward with all who may sit for it: who is elected, then who follows, in their order. */
export interface Contest {
  readonly seats: number;
  readonly contenders: readonly Contender[];
}

/** Who sits for a ward, who follows, and who was passed over although it would have been them. */
export interface Allotted {
  readonly sit: readonly string[];
  readonly follow: readonly string[];
  readonly passedOver: readonly string[];
}

/**
 * Gives the seats in order. Who can sit no longer is passed over for whoever follows. Where more
 * would be cadres than the rule allows (C1: half), the cadre with the fewest votes is passed over
 * for the next in the same ward who is none; where there is nobody, the seat is not given. Such a
 * cadre still follows in turn, for a time when there is room.
 */
export function allot(
  contests: readonly Contest[],
  mostCadres: (members: number) => number,
): Allotted[] {
  const out = new Set<string>();
  for (;;) {
    const seated = contests.map(({ seats, contenders }) =>
      contenders.filter(({ fits, candidateId }) => fits && !out.has(candidateId)).slice(0, seats),
    );
    const members = seated.flat();
    const cadres = members.filter(({ isCadre }) => isCadre);
    const [fewest] = [...cadres].sort((a, b) => a.votes - b.votes);
    if (!fewest || cadres.length <= mostCadres(members.length))
      return contests.map(({ contenders }, n) => result(contenders, seated[n] ?? [], out));
    out.add(fewest.candidateId);
  }
}

function result(
  contenders: readonly Contender[],
  seated: readonly Contender[],
  out: ReadonlySet<string>,
): Allotted {
  const ids = (some: readonly Contender[]) => some.map(({ candidateId }) => candidateId);
  return {
    sit: ids(seated),
    follow: ids(contenders.filter((each) => each.fits && !seated.includes(each))),
    passedOver: ids(contenders.filter((each) => !each.fits || out.has(each.candidateId))),
  };
}
