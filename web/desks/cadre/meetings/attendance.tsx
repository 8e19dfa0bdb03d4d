import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreRecordAttendance,
  CadreRejectAttendance,
  CadreWitnessAttendance,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { ActButton } from '../../kit/act-form';
import { Moment } from '../../kit/figures';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { ResidentPicker } from '../parts/resident-picker';
import { hasBegun, type OfMeeting, type Whole } from './whole';

/** The desk at the door: who signed in on line, and lists of the room that a second one counts. */
export function Attendance({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  const { attendance, attendanceLists, state } = meeting;
  if (!hasBegun(meeting)) return null;
  const came = attendance?.edges.map(({ node }) => node) ?? [];
  const isOpen = state !== 'HELD';
  return (
    <Part title={t('cadre.attendance')} actions={isOpen && <RecordList {...{ meeting, again }} />}>
      <Typography.Text>
        {came.length === 0
          ? t('cadre.attendance.none')
          : t('cadre.attendance.count', {
              ...{ count: came.length, more: attendance?.pageInfo.hasNextPage ? '+' : '' },
            })}
      </Typography.Text>
      <Flex gap={4} wrap>
        {came.map(({ resident, onlineAt }) => (
          <Tag key={resident?.id} variant="outlined">
            {resident?.name ?? resident?.displayName}
            {onlineAt && ` · ${t('cadre.attendance.on-line')}`}
          </Tag>
        ))}
      </Flex>
      <Lists lists={attendanceLists} again={again} />
    </Part>
  );
}

function RecordList({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  const community = meeting.place?.lineage.find(({ kind }) => kind === 'COMMUNITY');
  const label = t('cadre.attendance.residents');
  return (
    <ActButton
      document={CadreRecordAttendance}
      title={t('cadre.attendance.record')}
      go={t('cadre.attendance.record.go')}
      button={{ type: 'primary' }}
      given={{ meetingId: meeting.id }}
      effect={t('cadre.attendance.record.effect')}
      onDone={again}
      fields={[
        {
          ...{ name: 'residentIds', kind: 'own', label },
          control: <ResidentPicker communityId={community?.id ?? ''} label={label} several />,
        },
      ]}
    />
  );
}

function Lists(props: { readonly lists: Whole['attendanceLists']; readonly again: () => void }) {
  const { t } = useTranslation();
  const { person } = useMe();
  return (
    <Lines
      lines={props.lists.edges.map(({ node: list }) => ({
        key: list.id,
        title: (
          <>
            {t('cadre.list')} · {t(`cadre.list-state.${list.state ?? 'WAITING'}`)}
          </>
        ),
        says: (
          <>
            {list.recordedBy?.displayName}
            {list.recordedAt && (
              <>
                {' · '}
                <Moment of={list.recordedAt} />
              </>
            )}
            {list.people !== null && ` · ${t('cadre.list.people', { count: list.people })}`}
            {list.rejectReason && ` · ${list.rejectReason}`}
          </>
        ),
        side: list.state === 'WAITING' && (
          <Flex gap="small" wrap>
            {list.recordedBy?.id !== person.id && (
              <ActButton
                document={CadreWitnessAttendance}
                title={t('cadre.witness')}
                go={t('cadre.witness')}
                given={{ listId: list.id }}
                effect={t('cadre.witness.effect')}
                onDone={props.again}
                fields={[{ name: 'people', kind: 'whole', label: t('cadre.witness.people') }]}
              />
            )}
            <ActButton
              document={CadreRejectAttendance}
              title={t('cadre.reject')}
              go={t('cadre.reject')}
              given={{ listId: list.id }}
              effect={t('cadre.reject.effect')}
              danger
              onDone={props.again}
              fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
            />
          </Flex>
        ),
      }))}
    />
  );
}
