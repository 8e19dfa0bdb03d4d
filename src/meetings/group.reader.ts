import { CITY, type Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ActionRow } from './action.entity';
import type { GroupRow } from './group.entity';

const GROUP = `formed.community_id "communityId", formed.id, formed.meeting_id "meetingId",
  formed.topic_id "topicId", formed.spot, formed.opened_by "openedBy",
  formed.opened_at "openedAt", formed.people, formed.notes, formed.noted_by "notedBy",
  formed.noted_at "notedAt"`;

const ACTION = `action.community_id "communityId", action.id, action.meeting_id "meetingId",
  action.group_id "groupId", action.text, action.organisation_id "organisationId",
  action.resident_id "residentId", action.due_on "dueOn", action.agreed_by "agreedBy",
  action.agreed_at "agreedAt", action.done_by "doneBy", action.done_at "doneAt",
  action.done_note "doneNote"`;

export const groupById: Batch<GroupRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${GROUP} from meeting_group formed
       where formed.community_id = $1 and formed.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The groups of topics: one of each at most. */
export const groupOfTopic: Batch<GroupRow> = {
  read: (db, communityId, topicIds) =>
    read(
      db,
      `select ${GROUP} from meeting_group formed
       where formed.community_id = $1 and formed.topic_id = any ($2)`,
      [communityId, topicIds],
    ),
  keyOf: ({ topicId }) => topicId,
};

/** The groups of meetings (owners), in the order in which they were opened. */
export const groupsOfMeeting: KeysetList<GroupRow> = {
  read: (db, communityId, meetingIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${GROUP} from meeting_group formed
         where formed.community_id = $1 and formed.meeting_id = owner.id
           and formed.id > $3::uuid
         order by formed.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, meetingIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

export const actionById: Batch<ActionRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${ACTION} from meeting_action action
       where action.community_id = $1 and action.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

const actionsBy = (owner: 'meeting_id' | 'group_id'): KeysetList<ActionRow> => ({
  read: (db, communityId, ownerIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${ACTION} from meeting_action action
         where action.community_id = $1 and action.${owner} = owner.id
           and action.id > $3::uuid
         order by action.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, ownerIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
});

/** What meetings (owners) agreed on, their groups included. */
export const actionsOfMeeting = actionsBy('meeting_id');

/** What groups (owners) agreed on. */
export const actionsOfGroup = actionsBy('group_id');

export const GROUP_PATH = ['groupId'];

/** The group that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needGroup(work: UnitOfWork, globalId: string): Promise<GroupRow> {
  return await needRow(work, groupById, { type: 'MeetingGroup', globalId, path: GROUP_PATH });
}

/** The action that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needAction(work: UnitOfWork, globalId: string): Promise<ActionRow> {
  const path = ['actionId'];
  return await needRow(work, actionById, { type: 'MeetingAction', globalId, path });
}
