import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CourseParticipants, CourseWhole } from '../../generated/operations';
import { useMe } from '../app/viewer';
import { found } from '../kit/found';
import { Nothing, Page, Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';
import { useWhole } from '../kit/use-whole';
import { gives } from './gives';
import { Participants } from './participants';
import { Sessions } from './sessions';
import type { OfCourse } from './whole';
import './course-words';

interface Desk {
  /** Whether who looks keeps the community's register. */
  readonly keepsRegister: (lineage: readonly string[]) => boolean;
  /** Finds somebody to enrol, for whoever may look through the register. */
  readonly finder?: (communityId: string) => ReactNode;
}

/** A course, for whoever gives it or keeps the register: when it is held, and who takes part. */
export function CoursePage(desk: Desk) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CourseWhole, { id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const course = found(node);
        if (!course) return <Nothing says={t('desk.not-here')} />;
        return <OneCourse course={course} again={read.again} {...desk} />;
      }}
    </Shown>
  );
}

function OneCourse(props: Omit<OfCourse, 'people'> & Desk) {
  const { course, again: reread, keepsRegister, finder } = props;
  const { t } = useTranslation();
  const me = useMe();
  const { title, lecturer, about, organisation, capacity, enrolled, place } = course;
  const keeps = keepsRegister(place.lineage.map(({ id }) => id));
  const isGiver = gives(me, course);
  const people = useWhole(
    CourseParticipants,
    isGiver || keeps ? [{ id: course.id }] : [],
    ({ node }) => found(node)?.participants,
  );
  const again = () => {
    people.again();
    reread();
  };
  return (
    <Page title={title}>
      <Flex vertical gap={4}>
        <Typography.Text>
          {lecturer} · {organisation.name} · {t('courses.enrolled', { enrolled, capacity })}
        </Typography.Text>
        {about && <Typography.Paragraph>{about}</Typography.Paragraph>}
      </Flex>
      <Sessions {...{ course, people, again, isGiver, keeps }} />
      {(isGiver || keeps) && (
        <Participants
          {...{ course, people, again }}
          {...(finder && keeps && { finder: finder(place.id) })}
        />
      )}
    </Page>
  );
}
