import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CourseEnrol,
  CourseLeave,
  type CourseListedFragment,
  CoursesOfPlace,
  MeAttended,
  MeEnrolments,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { gives } from '../../courses/gives';
import { OpenCourse } from '../../courses/open-course';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useWhole } from '../../kit/use-whole';
import { Ask } from '../parts/ask';
import { AtHome, type Home } from '../parts/home-place';
import { Line, Lines, Listed } from '../parts/line';
import { Part } from '../../kit/part';

/** Courses of the community (微课堂): to take part in, and where one was. */
export function CoursesPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('me.courses')}>
      <AtHome>{(home) => <Courses home={home} />}</AtHome>
    </Page>
  );
}

function Courses({ home: { communityId, residentId } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const own = useWhole(MeEnrolments, [{}], ({ me }) => me?.residence?.courses);
  const list = useList(
    CoursesOfPlace,
    { placeId: communityId },
    ({ node }) => found(node)?.courses,
  );
  const enrolled = new Set((own.data ?? []).map(({ course }) => course.id));
  const again = () => {
    own.again();
    list.again();
  };
  return (
    <Flex vertical gap="large">
      <Part
        title={t('me.courses.offered')}
        actions={<OpenCourse communityId={communityId} onDone={again} />}
      >
        <Listed
          list={list}
          none={t('me.courses.none')}
          draw={(course) => (
            <CourseLine
              key={course.id}
              course={course}
              isMine={enrolled.has(course.id)}
              residentId={residentId}
              again={again}
            />
          )}
        />
      </Part>
      <Attended />
    </Flex>
  );
}

function CourseLine(props: {
  readonly course: CourseListedFragment;
  readonly isMine: boolean;
  readonly residentId: string;
  readonly again: () => void;
}) {
  const { course, isMine, residentId, again } = props;
  const { t } = useTranslation();
  const me = useMe();
  const { id: courseId, title, lecturer, about, capacity, enrolled, sessions } = course;
  const coming = sessions.edges.filter(({ node }) => new Date(node.startsAt) > new Date());
  const [next] = coming;
  const input = () => ({ courseId, residentId });
  const free = capacity - enrolled;
  return (
    <Line
      title={title}
      {...(gives(me, course) && { to: `/me/courses/${encodeURIComponent(courseId)}` })}
      state={isMine ? t('me.courses.mine') : t('me.courses.free', { count: free })}
      isGood={isMine}
      actions={
        next && isMine ? (
          <Ask document={CourseLeave} label={t('me.courses.leave')} input={input} done={again} />
        ) : (
          next &&
          free > 0 && (
            <Ask
              document={CourseEnrol}
              label={t('me.courses.enrol')}
              effect={title}
              input={input}
              done={again}
              isPrimary
            />
          )
        )
      }
    >
      {lecturer} · {course.organisation.name}
      {about && ` · ${about}`}
      {' · '}
      {next ? (
        <>
          <Moment of={next.node.startsAt} /> · {next.node.venue}
        </>
      ) : (
        t('me.courses.over')
      )}
    </Line>
  );
}

function Attended() {
  const { t } = useTranslation();
  const list = useList(MeAttended, {}, ({ me }) => me?.residence?.courseAttendance);
  if (!list.data?.length) return null;
  return (
    <Part title={t('me.courses.attended')}>
      <Lines>
        {list.data.map(({ id, state, credits, session }) => (
          <Line
            key={id}
            title={session?.course.title}
            state={state && t(`me.services.state.${state}`)}
            isGood={state === 'CONFIRMED'}
          >
            {session && <Moment of={session.startsAt} />}
            {credits !== null && ` · ${credits} ${t('me.credits')}`}
          </Line>
        ))}
      </Lines>
      <More list={list} of={t('me.courses.attended')} />
    </Part>
  );
}
