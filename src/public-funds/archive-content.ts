import { CITY } from '../api/context';
import { ballotById } from '../ballots/ballot.reader';
import { applicationById, budgetOf } from '../grants/application.reader';
import { tranchesOf } from '../grants/tranche.reader';
import { toDecimal } from '../kernel/amount';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { objectionsTo } from '../motions/resolution.reader';
import { organisationById } from '../society/organisation.reader';
import { counts, eventsWithSetAside } from './archive-events';
import { entriesOfProject } from './archive-entries';
import { hearingsOf } from './archive-hearings';
import type { AtStep } from './at-step';
import { factsOf } from './facts';
import { fundProcedureById } from './fund-procedure.reader';
import { eventsOfProject, weighedOfFund } from './fund-project.reader';
import { documentsOfProject, remarksOf, scoresOf, visitsOfProject } from './fund-record.reader';
import { loadsOf } from './loads';
import { rankProjects } from './ranking';
import { wholeList } from './whole-list';

const yuan = (minor: string) => toDecimal(amount(currency('CNY'), BigInt(minor)));

/**
 * All of a project as one plain object: what its procedure asked, what was written, counted,
 * resolved, paid, seen and scored. Nobody is named: who held which office when stands in the
 * registers, and who voted what nowhere.
 */
export async function archiveContent(work: UnitOfWork, stands: AtStep): Promise<object> {
  const { project, fund, at, steps } = stands;
  const { communityId, id } = project;
  const [procedure] = await fundProcedureById.read(work.db, CITY, [project.procedureId]);
  const documents = await wholeList(work.db, documentsOfProject, communityId, id);
  const events = await wholeList(work.db, eventsOfProject, communityId, id);
  const visits = await wholeList(work.db, visitsOfProject, communityId, id);
  const scores = await scoresOf.read(work.db, communityId, [id]);
  return {
    format: 'linli/public-fund-project/1',
    archivedAt: work.now,
    community: at.name,
    fund: {
      ...{ year: fund.year, countedOn: fund.countedOn, households: fund.households },
      ...{ perHundred: yuan(fund.perHundredMinor), floor: yuan(fund.floorMinor) },
      allotted: yuan(fund.allottedMinor),
    },
    project: {
      ...{ title: project.title, description: project.description, use: project.purpose },
      ...{ cost: yuan(project.costMinor), selfRaised: yuan(project.selfRaisedMinor) },
      startedAt: project.startedAt,
    },
    procedure: {
      ...{ code: procedure?.code, version: procedure?.version, says: procedure?.spec.says },
      dimensions: procedure?.spec.dimensions,
    },
    steps: steps.map(({ n, code, spec, since, passedAt }) => ({
      ...{ n, code, says: spec.says, since, passedAt: n === project.step ? work.now : passedAt },
    })),
    events: await eventsWithSetAside(work, communityId, events),
    documents: documents.map(({ step, kind, title, text, recordedAt }) => ({
      ...{ step, kind, title, text, recordedAt },
    })),
    ...(await decided(work, stands)),
    hearings: await hearingsOf(work, project, events),
    money: { ...(await asked(work, stands)), entries: await entriesOfProject(work, project) },
    visits: visits.map(({ visitedOn, found, toPutRight, putRight, settledAt, setAsideAt }) => ({
      ...{ visitedOn, found, toPutRight, putRight, settledAt, setAsideAt },
    })),
    scores: scores.map(({ evaluator, n, people, sum }) => ({
      ...{ dimension: procedure?.spec.dimensions[n - 1]?.code, evaluator, people, sum },
    })),
    remarks: await remarksOf(work.db, project),
  };
}

/** What was counted, ranked and resolved. */
async function decided(work: UnitOfWork, { project, fund }: AtStep): Promise<object> {
  const { communityId, id, fundId } = project;
  const { ballot, motion, resolution } = await factsOf(loadsOf(work), project);
  const ranked = rankProjects(fund, await weighedOfFund.read(work.db, communityId, [fundId]));
  const own = ranked.find((each) => each.project.id === id);
  const [vote] = await ballotById.read(
    work.db,
    communityId,
    resolution ? [resolution.ballotId] : [],
  );
  const objections = resolution
    ? await wholeList(work.db, objectionsTo, communityId, resolution.id)
    : [];
  return {
    opinions: ballot && counts(ballot),
    ranking: own && {
      ...{ rank: own.rank, of: ranked.length, score: own.score, most: own.most },
      lines: own.lines.map((line) => ({
        ...line,
        ...{ value: line.value.toString(), whole: line.whole.toString() },
      })),
    },
    motion: motion && {
      ...{ title: motion.title, text: motion.text, tabledAt: motion.tabledAt },
      heardAt: motion.heardAt,
    },
    resolution: resolution && {
      ...{ number: resolution.number, adoptedAt: resolution.adoptedAt, state: resolution.state },
      ...{ noticeUntil: resolution.noticeUntil, executedAt: resolution.endedAt },
      vote: vote && counts(vote),
      objections: objections.map(({ text, answer, upheld, raisedAt }) => ({
        ...{ text, answer, upheld, raisedAt },
      })),
    },
  };
}

/** What it asked the fund for, who carried it out, and what became of each tranche. */
async function asked(work: UnitOfWork, { project }: AtStep): Promise<object> {
  const { communityId, applicationId } = project;
  if (applicationId === null) return {};
  const [application] = await applicationById.read(work.db, communityId, [applicationId]);
  const budget = await budgetOf.read(work.db, communityId, [applicationId]);
  const tranches = await tranchesOf.read(work.db, communityId, [applicationId]);
  const [executor] = await organisationById.read(
    work.db,
    CITY,
    application ? [application.applicantId] : [],
  );
  return {
    ...{ executor: executor?.name, requested: yuan(application?.requestedMinor ?? '0') },
    budget: budget.map(({ label, minor }) => ({ label, amount: yuan(minor) })),
    tranches: tranches.map(({ n, minor, milestone, dueOn, acceptedAt, evidence }) => ({
      ...{ n, amount: yuan(minor), milestone, dueOn, acceptedAt, evidence },
    })),
  };
}
