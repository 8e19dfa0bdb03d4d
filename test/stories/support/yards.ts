import { announceActivity } from '../../../src/courtyards/announce-activity';
import { confirmSpending } from '../../../src/courtyards/confirm-spending';
import { nameCourtyardBody } from '../../../src/courtyards/name-courtyard-body';
import { recordSpending } from '../../../src/courtyards/record-spending';
import { foundCouncil } from '../../../src/councils/found-council';
import { toGlobalId } from '../../../src/kernel/global-id';
import { uploadAttachment } from '../../../src/attachments/upload-attachment';
import { openProject } from '../../../src/projects/open-project';
import { stepsOfProject } from '../../../src/projects/project.reader';
import { registerPlace } from '../../../src/society/register-place';
import { pdf } from '../../attachments/files';
import type { CommunityWorld, World } from '../../support/world';
import { cny, key, type Run } from './furnish';
import { day, hours } from './moments';

/** Courtyards, their money and a project, each in a stage in which something can go wrong. */
export interface Yards {
  /** The team stands for it. */
  readonly held: string;
  /** Nobody does. */
  readonly free: string;
  readonly toEnd: string;
  /** It sits in the courtyard for which nobody stands. */
  readonly council: string;
  readonly toTell: string;
  readonly toCancel: string;
  readonly receipt: string;
  readonly toConfirm: string;
  readonly toDecline: string;
  readonly confirmed: string;
  /** It may be ended: its only step is done last. */
  readonly project: string;
  readonly step: string;
}

export async function layYards(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
  grantId: string,
): Promise<Yards> {
  const { cadre, leader, members, team } = home;
  const lay = async (name: string) => {
    const asked = { kind: 'courtyard' as const, name, parentId: home.place.globalId };
    const { id } = await run(officer, (work) => registerPlace(work, asked));
    return toGlobalId('Place', null, id);
  };
  const stand = async (placeId: string) => {
    const named = { placeId, organisationId: team.globalId };
    await run(cadre, (work) => nameCourtyardBody(work, named));
    return placeId;
  };
  const held = await stand(await lay('Well Yard'));
  const free = await lay('Pear Yard');
  const announce = async (title: string) => {
    const asked = {
      ...{ placeId: held, title, about: 'We sweep the yard.', venue: 'The well' },
      ...{ startsAt: new Date(hours(-3)), mode: 'spontaneous' as const },
    };
    const { id } = await run(leader, (work) => announceActivity(work, asked));
    return toGlobalId('Activity', home.id, id);
  };
  const spend = async () => {
    const spent = { grantId, amount: cny('1.00'), purpose: 'Timber', spentOn: day() };
    const { id } = await run(leader, (work) =>
      recordSpending(work, { idempotencyKey: key(), ...spent }),
    );
    return toGlobalId('GrantSpending', home.id, id);
  };
  const confirmed = await spend();
  await run(members[0], (work) =>
    confirmSpending(work, { idempotencyKey: key(), spendingId: confirmed }),
  );
  const kind = 'courtyard_council' as const;
  const council = await run(cadre, (work) =>
    foundCouncil(work, { kind, name: 'Council of pears', placeId: free }),
  );
  const project = await run(cadre, (work) =>
    openProject(work, {
      ...{ placeId: held, organisationId: team.globalId, title: 'Benches', goal: 'Six' },
      ...{ people: 'Us', material: 'Timber', money: 'A grant', sustainability: 'We mend' },
      ...{ mode: 'cooperative', steps: [{ title: 'Build', dueOn: day(9) }] },
    }),
  );
  const [step] = await run(cadre, (work) => stepsOfProject.read(work.db, home.id, [project.id]));
  const file = { communityId: home.id, lineage: [home.id], bytes: pdf('timber') };
  const receipt = await run(leader, (work) => uploadAttachment(work, file));
  return {
    ...{ held, free, toEnd: await stand(await lay('Mill Yard')), confirmed },
    council: toGlobalId('Council', home.id, council.id),
    ...{ toTell: await announce('Sweeping'), toCancel: await announce('Singing') },
    receipt: toGlobalId('Attachment', home.id, receipt.id),
    ...{ toConfirm: await spend(), toDecline: await spend() },
    project: toGlobalId('Project', home.id, project.id),
    step: toGlobalId('ProjectStep', home.id, step?.id ?? ''),
  };
}
