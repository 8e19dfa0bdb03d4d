import { useTranslation } from 'react-i18next';
import { CourseOpen } from '../../generated/operations';
import { useMe } from '../app/viewer';
import type { ActField } from '../kit/act-field';
import { ActButton } from '../kit/act-form';
import { momentOf } from '../kit/act-input';
import { type Row, RowsInput } from '../kit/rows-input';
import { giversOf } from './gives';
import './course-words';

/** Opens a course in a community, in the name of one of somebody's organisations. */
export function OpenCourse(props: {
  readonly communityId: string;
  readonly onDone: (courseId: string | undefined) => void;
}) {
  const { communityId, onDone } = props;
  const { t } = useTranslation();
  const givers = giversOf(useMe());
  const [only] = givers;
  if (!only) return null;
  const giver: ActField = {
    ...{ name: 'organisationId', kind: 'choice', label: t('courses.giver'), first: only.id },
    options: givers.map(({ id, name }) => ({ value: id, label: name })),
  };
  return (
    <ActButton
      document={CourseOpen}
      title={t('courses.open')}
      button={{ type: 'primary' }}
      go={t('courses.open')}
      effect={t('courses.open.effect')}
      given={{ communityId }}
      fields={[
        { name: 'title', kind: 'line', label: t('courses.title') },
        { name: 'lecturer', kind: 'line', label: t('courses.lecturer') },
        giver,
        { name: 'about', kind: 'text', label: t('courses.about'), optional: true },
        { name: 'capacity', kind: 'whole', label: t('courses.capacity'), first: '30' },
        {
          ...{ name: 'sessions', kind: 'own', label: t('courses.sessions'), first: [{}] },
          control: (
            <RowsInput
              more={t('courses.session.more')}
              columns={[
                { name: 'startsAt', kind: 'moment', label: t('courses.session.starts') },
                { name: 'minutes', kind: 'whole', label: t('courses.session.minutes') },
                { name: 'venue', kind: 'line', label: t('courses.session.venue') },
              ]}
            />
          ),
        },
      ]}
      shape={({ sessions, ...written }) => ({
        ...written,
        sessions: (sessions as readonly Row[]).map(sessionOf),
      })}
      onDone={(done) => onDone((done as { course: { id: string } | null }).course?.id)}
    />
  );
}

/** A session as the API takes it. */
const sessionOf = ({ startsAt, minutes, venue = '' }: Row) => ({
  startsAt: startsAt ? momentOf(startsAt) : null,
  minutes: Number(minutes),
  venue,
});
