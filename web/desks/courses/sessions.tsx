import { Button, Card, Flex } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CourseAddSession } from '../../generated/operations';
import { ActButton } from '../kit/act-form';
import { Moment } from '../kit/figures';
import { Part } from '../kit/part';
import { SessionAttendance } from './session-attendance';
import { isOver, type OfCourse } from './whole';

/** What somebody is to a course. */
export interface Stands {
  readonly isGiver: boolean;
  /** Keeps the community's register. */
  readonly keeps: boolean;
}

/** When and where a course is held; who was at those that are over. */
export function Sessions({ course, people, again, ...stands }: OfCourse & Stands) {
  const { t } = useTranslation();
  const { id: courseId, place } = course;
  const sessions = course.sessions.edges.map(({ node }) => node);
  const latest = sessions.findLast(isOver);
  return (
    <Part
      title={t('courses.sessions')}
      actions={
        stands.isGiver && (
          <ActButton
            document={CourseAddSession}
            title={t('courses.session.add')}
            go={t('courses.session.add')}
            given={{ courseId }}
            fields={[
              { name: 'startsAt', kind: 'moment', label: t('courses.session.starts') },
              {
                ...{ name: 'minutes', kind: 'whole', label: t('courses.session.minutes') },
                first: '90',
              },
              { name: 'venue', kind: 'line', label: t('courses.session.venue') },
            ]}
            onDone={again}
          />
        )
      }
    >
      <Flex vertical gap="small" component="ol" style={{ padding: 0, margin: 0 }}>
        {sessions.map((session) => (
          <li key={session.id} style={{ listStyle: 'none' }}>
            <Card size="small">
              <Flex vertical gap="small" align="start">
                <strong>
                  <Moment of={session.startsAt} timeZone={place.timeZone} /> · {session.venue} ·{' '}
                  {t('courses.session.long', { count: session.minutes })}
                </strong>
                {isOver(session) && (stands.isGiver || stands.keeps) && (
                  <WhoCame isOpen={session === latest}>
                    <SessionAttendance session={session} people={people.data ?? []} {...stands} />
                  </WhoCame>
                )}
              </Flex>
            </Card>
          </li>
        ))}
      </Flex>
    </Part>
  );
}

/** Of the latest session it is shown at once; of the others it is read when somebody asks. */
function WhoCame(props: { readonly isOpen: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(props.isOpen);
  if (isOpen) return <>{props.children}</>;
  return (
    <Button size="small" onClick={() => open(true)}>
      {t('courses.attendance.show')}
    </Button>
  );
}
