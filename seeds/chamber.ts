import { recordPaperBox } from '../src/ballots/record-paper-box';
import { witnessPaperBox } from '../src/ballots/witness-paper-box';
import { toGlobalId } from '../src/kernel/global-id';
import type { GivenAct } from '../src/motions/act-of';
import { concludeMotion } from '../src/motions/conclude-motion';
import { coSignMotion } from '../src/motions/co-sign-motion';
import { executeResolution } from '../src/motions/execute-resolution';
import type { MotionRow } from '../src/motions/motion.entity';
import { ballotsOfMotion } from '../src/motions/motion.reader';
import { putMotionToVote } from '../src/motions/put-motion-to-vote';
import { resolutionsOfMotion } from '../src/motions/resolution.reader';
import { screenMotion, type Screening } from '../src/motions/screen-motion';
import { tableMotion } from '../src/motions/table-motion';
import type { PersonTabler } from '../src/motions/tabler';
import type { CommunityCast, Neighbour } from './cast';
import { tenantId } from './economy';
import { placeId } from './places';
import type { Stage } from './stage';

/** What somebody puts before the council. */
export interface Matter {
  readonly as: PersonTabler;
  readonly title: string;
  readonly text: string;
  readonly act?: GivenAct;
}

const HOUR_MS = 3_600_000;

/** The first community's council of 21 at work: its members vote on paper, in the room. */
export class Chamber {
  constructor(
    private readonly stage: Stage,
    readonly community: CommunityCast,
    private readonly officer: string,
  ) {}

  get party(): string {
    return this.community.party;
  }

  /** Members sit for their teams: four of each of the first four, and five of the fifth. */
  private get members(): Neighbour[] {
    return this.community.teams.slice(0, 5).flatMap(({ members }) => members.slice(0, 4));
  }

  async table(at: Date, { as, ...matter }: Matter): Promise<MotionRow> {
    const { cadre, party } = this.community;
    const who: Record<PersonTabler, string | null> = {
      party_organisation: party,
      self_governing: cadre,
      council_member: this.members[1]?.personId ?? null,
      residents: this.community.teams[5]?.members[0]?.personId ?? null,
    };
    const input = { placeId: placeId(this.community.place), tabledAs: as, ...matter };
    return await this.stage.as(who[as], tableMotion, input, at);
  }

  /** Neighbours of the last teams put their names under it, so many with the first. */
  async coSigned(at: Date, matter: Matter, names: number): Promise<MotionRow> {
    let motion = await this.table(at, matter);
    const [, ...others] = [5, 4].flatMap((team) => this.community.teams[team]?.members ?? []);
    for (const [n, { personId }] of others.slice(0, names - 1).entries()) {
      const signedAt = new Date(at.getTime() + (n + 1) * HOUR_MS);
      const input = { motionId: tenantId('Motion', motion) };
      motion = await this.stage.as(personId, coSignMotion, input, signedAt);
    }
    return motion;
  }

  async screen(motion: MotionRow, screening: Screening, reason: string, at: Date): Promise<void> {
    const input = { motionId: tenantId('Motion', motion), screening, reason };
    // Nobody screens what they tabled themselves.
    const own = motion.tabledBy === this.party;
    await this.stage.as(own ? this.officer : this.party, screenMotion, input, at);
  }

  async open(motion: MotionRow, at: Date, closesAt: Date): Promise<string> {
    const { cadre } = this.community;
    const input = { motionId: tenantId('Motion', motion), closesAt };
    await this.stage.as(cadre, putMotionToVote, input, at);
    const { manager } = this.stage.source;
    const voted = await ballotsOfMotion.read(manager, motion.communityId, [motion.id]);
    return toGlobalId('Ballot', motion.communityId, voted.at(-1)?.ballotId ?? '');
  }

  /** Screens a motion, and has so many members say yes, no, and nothing. */
  async decide(
    motion: MotionRow,
    counts: readonly [number, number, number],
    { screenAt, voteAt }: { readonly screenAt: Date; readonly voteAt: Date },
  ): Promise<void> {
    await this.screen(motion, 'admit', '属于社区事务，可以表决。', screenAt);
    await this.vote(motion, counts, voteAt);
  }

  /** Has so many members say yes, no, and nothing to a motion that was admitted. */
  async vote(
    motion: MotionRow,
    counts: readonly [number, number, number],
    voteAt: Date,
  ): Promise<void> {
    const later = (hours: number) => new Date(voteAt.getTime() + hours * HOUR_MS);
    const ballotId = await this.open(motion, voteAt, later(3));
    const there = counts.reduce((sum, each) => sum + each, 0);
    const takers = await this.takers(motion, there);
    const box = { ballotId, place: '社区议事厅', counts: [...counts], takers };
    const { cadre } = this.community;
    const counted = await this.stage.as(cadre, recordPaperBox, box, later(2));
    const paperBoxId = toGlobalId('PaperBox', counted.communityId, counted.id);
    const same = { paperBoxId, counts: [...counts] };
    await this.stage.as(this.officer, witnessPaperBox, same, later(2.5));
    const input = { motionId: tenantId('Motion', motion) };
    await this.stage.as(cadre, concludeMotion, input, later(4));
  }

  /** Electors of the ballot who take a paper: so many of those who need not stand aside. */
  private async takers({ communityId, id }: MotionRow, many: number): Promise<string[]> {
    const rows: { residentId: string }[] = await this.stage.source.query(
      `select elector.resident_id "residentId" from motion_ballot voted
       join ballot_elector elector on elector.community_id = $1
         and elector.ballot_id = voted.ballot_id
       where voted.community_id = $1 and voted.motion_id = $2
         and not exists (select 1 from ballot_recusal recusal where recusal.community_id = $1
           and recusal.ballot_id = voted.ballot_id and recusal.unit_id = elector.unit_id)
       order by elector.resident_id limit $3`,
      [communityId, id, many],
    );
    return rows.map(({ residentId }) => toGlobalId('Resident', communityId, residentId));
  }

  async resolution(motion: MotionRow): Promise<string> {
    const { manager } = this.stage.source;
    const [row] = await resolutionsOfMotion.read(manager, motion.communityId, [motion.id]);
    if (!row) throw new Error(`Nothing was resolved on ${motion.title}`);
    return tenantId('Resolution', row);
  }

  async execute(motion: MotionRow, at: Date): Promise<void> {
    const input = {
      idempotencyKey: `seed/execute/${motion.id}`,
      resolutionId: await this.resolution(motion),
    };
    const { refusal } = await this.stage.as(this.community.cadre, executeResolution, input, at);
    if (refusal) throw refusal;
  }
}
