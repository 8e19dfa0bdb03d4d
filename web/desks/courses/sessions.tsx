import { Card, Flex } from 'antd';
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
export function Sessions({ course, again, ...stands }: OfCourse & Stands) {
  const { t } = useTranslation();
  const { id: courseId, sessions, place } = course;
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
        {sessions.edges.map(({ node }) => (
          <li key={node.id} style={{ listStyle: 'none' }}>
            <Card size="small">
              <Flex vertical gap="small">
                <strong>
                  <Moment of={node.startsAt} timeZone={place.timeZone} /> · {node.venue} ·{' '}
                  {t('courses.session.long', { count: node.minutes })}
                </strong>
                {isOver(node) && (stands.isGiver || stands.keeps) && (
                  <SessionAttendance session={node} {...{ course, ...stands }} />
                )}
              </Flex>
            </Card>
          </li>
        ))}
      </Flex>
    </Part>
  );
}
