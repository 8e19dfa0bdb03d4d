import { useTranslation } from 'react-i18next';
import { CourseReverseAttendance } from '../../generated/operations';
import { ActButton } from '../kit/act-form';
import { type Attendance, nameOf } from './whole';

/** Takes an attendance back with a reason: what it earned leaves the wallet again. */
export function ReverseAttendance(props: {
  readonly attendance: Attendance;
  readonly again: () => void;
}) {
  const { attendance, again } = props;
  const { t } = useTranslation();
  const name = nameOf(attendance.resident);
  return (
    <ActButton
      document={CourseReverseAttendance}
      title={t('courses.attendance.reverse')}
      button={{
        ...{ size: 'small', type: 'text', danger: true },
        'aria-label': `${t('courses.attendance.reverse')}: ${name}`,
      }}
      go={t('courses.attendance.reverse')}
      effect={t('courses.attendance.reverse.effect', { name })}
      given={{ attendanceId: attendance.id }}
      keyed
      danger
      fields={[{ name: 'reason', kind: 'text', label: t('courses.reason') }]}
      onDone={again}
    />
  );
}
