import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreAttendance,
  CadreAttendanceLists,
  CadreRecordAttendance,
  CadreRejectAttendance,
  CadreWitnessAttendance,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { ActButton } from '../../kit/act-form';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRest } from '../../kit/use-rest';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { ResidentPicker } from '../parts/resident-picker';
import { hasBegun, type OfMeeting, type Whole } from './whole';

/** The desk at the door: who signed in on line, and lists of the room that a second one counts. */
export function Attendance({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  const { id, state } = meeting;
  const list = useRest(
    CadreAttendance,
    { id },
    meeting.attendance,
    ({ node }) => found(node)?.attendance,
  );
  if (!hasBegun(meeting)) return null;
  const came = list.data;
  const isOpen = state !== 'HELD';
  return (
    <Part title={t('cadre.attendance')} actions={isOpen && <RecordList {...{ meeting, again }} />}>
      <Typography.Text>
        {came.length === 0
          ? t('cadre.attendance.none')
          : t('cadre.attendance.count', {
              ...{ count: came.length, more: list.more ? '+' : '' },
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
      <More list={list} of={t('cadre.attendance')} />
      <Lists {...{ meeting, again }} />
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

type List = Whole['attendanceLists']['edges'][number]['node'];

function Lists({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  const { id, attendanceLists } = meeting;
  const lists = useRest(
    CadreAttendanceLists,
    { id },
    attendanceLists,
    ({ node }) => found(node)?.attendanceLists,
  );
  return (
    <>
      <Lines
        lines={lists.data.map((list) => ({
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
          side: list.state === 'WAITING' && <ListActs {...{ list, again }} />,
        }))}
      />
      <More list={lists} of={t('cadre.list')} />
    </>
  );
}

function ListActs({ list, again }: { readonly list: List; readonly again: () => void }) {
  const { t } = useTranslation();
  const { person } = useMe();
  return (
    <Flex gap="small" wrap>
      {list.recordedBy?.id !== person.id && (
        <ActButton
          document={CadreWitnessAttendance}
          title={t('cadre.witness')}
          go={t('cadre.witness')}
          given={{ listId: list.id }}
          effect={t('cadre.witness.effect')}
          onDone={again}
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
        onDone={again}
        fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
      />
    </Flex>
  );
}
