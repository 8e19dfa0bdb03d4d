import { closeBallot } from '../src/ballots/close-ballot';
import { recordPaperBox } from '../src/ballots/record-paper-box';
import { witnessPaperBox } from '../src/ballots/witness-paper-box';
import { CITY } from '../src/api/context';
import { toGlobalId } from '../src/kernel/global-id';
import type { MotionRow } from '../src/motions/motion.entity';
import { motionById } from '../src/motions/motion.reader';
import { advanceFundProject } from '../src/public-funds/advance-fund-project';
import type { FundProcedureRow } from '../src/public-funds/fund-procedure.entity';
import type { FundProjectRow, FundUse } from '../src/public-funds/fund-project.entity';
import { fundProjectById } from '../src/public-funds/fund-project.reader';
import { openOpinionBallot } from '../src/public-funds/open-opinion-ballot';
import type { FundDocumentKind } from '../src/public-funds/procedure-spec';
import type { PublicFundRow } from '../src/public-funds/public-fund.entity';
import { recordFundDocument } from '../src/public-funds/record-fund-document';
import { startFundProject } from '../src/public-funds/start-fund-project';
import { tableFundProject } from '../src/public-funds/table-fund-project';
import { weighFundProject } from '../src/public-funds/weigh-fund-project';
import { organisationsInPlace } from '../src/society/organisation.reader';
import type { CommunityCast } from './cast';
import { Chamber } from './chamber';
import { cny, tenantId } from './economy';
import type { Stage } from './stage';

/** Who keeps the public money of a community, and who goes to see what is done with it. */
export interface FundOffice {
  readonly community: CommunityCast;
  readonly officer: string;
  readonly officeId: string;
  readonly secretary: string;
  readonly treasurer: string;
  readonly supervisors: readonly [string, string];
}

/** The fund that a project asks, and the procedure that it follows. */
export interface Begun {
  readonly fund: PublicFundRow;
  readonly procedure: FundProcedureRow;
}

/** What a project is. */
export interface Wanted {
  readonly use: FundUse;
  readonly title: string;
  readonly description: string;
  readonly cost: string;
  readonly selfRaised: string;
}

const TITLES: Partial<Record<FundDocumentKind, string>> = {
  publicity: '宣传材料',
  opinions: '意见汇总',
  discussion_minutes: '讨论纪要',
  public_notice: '公示',
  hearing_minutes: '听证纪要',
};

const HOUR_MS = 3_600_000;

/** A project on its way: whatever is done with it, by those who act at its steps. */
export class FundWalk {
  private constructor(
    private readonly stage: Stage,
    private readonly office: FundOffice,
    private readonly row: FundProjectRow,
  ) {}

  static async begin(
    stage: Stage,
    office: FundOffice,
    { fund, procedure }: Begun,
    { cost, selfRaised, ...wanted }: Wanted,
    at: Date,
  ): Promise<FundWalk> {
    const input = {
      ...{ fundId: tenantId('PublicFund', fund), ...wanted },
      procedureId: toGlobalId('FundProcedure', null, procedure.id),
      ...{ cost: cny(cost), selfRaised: cny(selfRaised) },
    };
    const row = await stage.as(office.community.cadre, startFundProject, input, at);
    return new FundWalk(stage, office, row);
  }

  get projectId(): string {
    return tenantId('FundProject', this.row);
  }

  private get cadre(): string {
    return this.office.community.cadre;
  }

  async project(): Promise<FundProjectRow> {
    const { communityId, id } = this.row;
    const [row] = await fundProjectById.read(this.stage.source.manager, communityId, [id]);
    return row ?? this.row;
  }

  async motion(): Promise<MotionRow> {
    const { communityId, motionId } = await this.project();
    const { manager } = this.stage.source;
    const [motion] = await motionById.read(manager, communityId, [motionId ?? '']);
    if (!motion) throw new Error(`${this.row.title} is before no council`);
    return motion;
  }

  async write(kind: FundDocumentKind, text: string, at: Date, who = this.cadre): Promise<void> {
    const title = `${this.row.title}：${TITLES[kind] ?? '报告'}`;
    const input = { projectId: this.projectId, kind, title, text };
    await this.stage.as(who, recordFundDocument, input, at);
  }

  async pass(at: Date, who = this.cadre): Promise<void> {
    await this.stage.as(who, advanceFundProject, { projectId: this.projectId }, at);
  }

  async weigh(urgency: number, at: Date): Promise<void> {
    await this.stage.as(this.cadre, weighFundProject, { projectId: this.projectId, urgency }, at);
  }

  /** Asks the households. */
  async open(from: Date, closesAt: Date): Promise<string> {
    const question = `您家是否赞成“${this.row.title}”？`;
    const asked = { projectId: this.projectId, question, choices: ['赞成', '反对'], closesAt };
    const { communityId, ballotId } = await this.stage.as(
      this.cadre,
      openOpinionBallot,
      asked,
      from,
    );
    return toGlobalId('Ballot', communityId, ballotId ?? '');
  }

  /** Asks the households, so many of which answer on paper, for it and against it. */
  async ask(
    counts: readonly [number, number],
    { from, until }: { readonly from: Date; readonly until: Date },
  ): Promise<void> {
    const ballotId = await this.open(from, until);
    const members = this.office.community.teams.flatMap((team) => team.members);
    const first = new Map(members.map((each) => [each.householdId, each.residentId]));
    const asked = [...first.values()];
    // A smaller neighbourhood has fewer of them.
    const against = Math.min(counts[1], Math.floor(asked.length / 4));
    const forIt = Math.min(counts[0], asked.length - against);
    const takers = asked.slice(0, forIt + against);
    const counted = { counts: [forIt, against] };
    const box = { ballotId, place: '各楼门入户收取', ...counted, takers };
    const before = new Date(until.getTime() - HOUR_MS);
    const made = await this.stage.as(this.cadre, recordPaperBox, box, before);
    const paperBoxId = toGlobalId('PaperBox', made.communityId, made.id);
    const same = { paperBoxId, ...counted };
    const { officer } = this.office;
    await this.stage.as(officer, witnessPaperBox, same, new Date(until.getTime() - HOUR_MS / 2));
    const after = new Date(until.getTime() + HOUR_MS);
    await this.stage.as(this.cadre, closeBallot, { ballotId }, after);
  }

  async table(amounts: readonly string[], dueOn: string, at: Date): Promise<void> {
    const { place } = this.office.community;
    const page = { after: CITY, limit: 1 };
    const { manager } = this.stage.source;
    const [committee] = await organisationsInPlace.read(
      manager,
      [place.id],
      'residents_committee',
      page,
    );
    const input = {
      ...{ projectId: this.projectId, text: this.row.description },
      executorId: toGlobalId('Organisation', null, committee?.id ?? ''),
      budget: amounts.map((amount, n) => ({ label: `第${n + 1}期`, amount: cny(amount) })),
      tranches: amounts.map((amount, n) => ({
        ...{ amount: cny(amount), milestone: `第${n + 1}期完工`, dueOn },
      })),
    };
    await this.stage.as(this.cadre, tableFundProject, input, at);
  }

  /** The council votes on it in the room. */
  async vote(counts: readonly [number, number, number], at: Date): Promise<void> {
    const chamber = new Chamber(this.stage, this.office.community, this.office.officer);
    await chamber.vote(await this.motion(), counts, at);
  }
}
