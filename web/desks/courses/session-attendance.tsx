import { Badge, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CourseAttendances,
  CourseConfirmAttendance,
  CourseRecordAttendance,
} from '../../generated/operations';
import { useMe } from '../app/viewer';
import type { ActField } from '../kit/act-field';
import { ActButton } from '../kit/act-form';
import { found } from '../kit/found';
import { Shown } from '../kit/shown';
import { useWhole } from '../kit/use-whole';
import { ReverseAttendance } from './reverse-attendance';
import type { Stands } from './sessions';
import { type Attendance, nameOf, type Participant, type Session } from './whole';

interface Props extends Stands {
  readonly session: Session;
  readonly people: readonly Participant[];
}

/** Who was at a session: whoever gives the course records it, and somebody else confirms it. */
export function SessionAttendance({ session, people, ...stands }: Props) {
  const { t } = useTranslation();
  const { person } = useMe();
  const read = useWhole(
    CourseAttendances,
    [{ id: session.id }],
    ({ node }) => found(node)?.attendance,
  );
  return (
    <Shown read={read} rows={1}>
      {(attendance) => {
        const standing = attendance.filter(({ state }) => state !== 'CANCELLED');
        const others = standing.filter(
          ({ state, recordedBy }) => state === 'RECORDED' && recordedBy?.id !== person.id,
        );
        return (
          <Flex vertical gap="small">
            {standing.length === 0 && <span>{t('courses.attendance.none')}</span>}
            <Flex vertical gap={4} component="ul" style={{ padding: 0, margin: 0 }}>
              {attendance.map((each) => (
                <li key={each.id} style={{ listStyle: 'none' }}>
                  <Was attendance={each} {...stands} again={read.again} />
                </li>
              ))}
            </Flex>
            <Flex gap="small" wrap className="no-print">
              {stands.isGiver && <Record {...{ session, people, standing }} again={read.again} />}
              {others.length > 0 && (
                <Confirm session={session} waiting={others} again={read.again} />
              )}
            </Flex>
          </Flex>
        );
      }}
    </Shown>
  );
}

const COLOURS = { CONFIRMED: 'success', RECORDED: 'processing', CANCELLED: 'default' } as const;

/** That somebody was there, how that stands, and what it earns. */
function Was(props: Stands & { readonly attendance: Attendance; readonly again: () => void }) {
  const { attendance, again, isGiver, keeps } = props;
  const { t } = useTranslation();
  const { resident, state, credits, reason } = attendance;
  const mayReverse = keeps ? state !== 'CANCELLED' : isGiver && state === 'RECORDED';
  return (
    <Flex gap="small" align="center" wrap>
      <span>{nameOf(resident)}</span>
      {state && <Badge status={COLOURS[state]} text={t(`courses.attendance.${state}`)} />}
      {state === 'CONFIRMED' && credits !== null && (
        <span>{t('courses.credits', { count: credits })}</span>
      )}
      {reason && <span>{reason}</span>}
      {mayReverse && <ReverseAttendance attendance={attendance} again={again} />}
    </Flex>
  );
}

const residents = (
  name: string,
  label: string,
  people: readonly Pick<Attendance, 'resident'>[],
): ActField => ({
  ...{ name, kind: 'several', label },
  options: people.flatMap(({ resident }) =>
    resident ? [{ value: resident.id, label: nameOf(resident) }] : [],
  ),
});

/** Of those who take part, those who are not told yet. */
function Record(props: {
  readonly session: Session;
  readonly people: readonly Participant[];
  readonly standing: readonly Attendance[];
  readonly again: () => void;
}) {
  const { session, people, standing, again } = props;
  const { t } = useTranslation();
  const told = new Set(standing.map(({ resident }) => resident?.id));
  const left = people.filter(({ resident }) => !told.has(resident?.id));
  if (left.length === 0) return null;
  return (
    <ActButton
      document={CourseRecordAttendance}
      title={t('courses.attendance.record')}
      go={t('courses.attendance.record')}
      effect={t('courses.attendance.record.effect')}
      given={{ sessionId: session.id }}
      fields={[residents('residentIds', t('courses.attendance.who'), left)]}
      onDone={again}
    />
  );
}

/** Never by whoever recorded it. All that wait are chosen; who was not there is left out. */
function Confirm(props: {
  readonly session: Session;
  readonly waiting: readonly Attendance[];
  readonly again: () => void;
}) {
  const { session, waiting, again } = props;
  const { t } = useTranslation();
  const field = residents('residentIds', t('courses.attendance.who'), waiting);
  return (
    <ActButton
      document={CourseConfirmAttendance}
      title={t('courses.attendance.confirm')}
      button={{ type: 'primary' }}
      go={t('courses.attendance.confirm')}
      effect={t('courses.attendance.confirm.effect')}
      given={{ sessionId: session.id }}
      fields={[{ ...field, first: field.options?.map(({ value }) => value) }]}
      onDone={again}
    />
  );
}
