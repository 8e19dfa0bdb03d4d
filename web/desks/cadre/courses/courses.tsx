import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CoursesOfPlace } from '../../../generated/operations';
import { OpenCourse } from '../../courses/open-course';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';

/** The courses of a community (微课堂): what is given, by whom, and how many take part. */
export default function Courses() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <CoursesOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

function CoursesOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useList(CoursesOfPlace, { placeId: here.id }, ({ node }) => found(node)?.courses);
  const open = (id: string | undefined) => (id ? void navigate(id) : list.again());
  return (
    <Page title={t('courses')} actions={<OpenCourse communityId={here.id} onDone={open} />}>
      <LinkList
        list={list}
        none={t('courses.none')}
        line={({ id, title, organisation, lecturer, enrolled, capacity, sessions }) => {
          const [first] = sessions.edges;
          return {
            ...{ key: id, to: id, title },
            says: `${lecturer} · ${organisation.name} · ${t('courses.enrolled', { enrolled, capacity })}`,
            side: first && <Moment of={first.node.startsAt} timeZone={here.timeZone} />,
          };
        }}
      />
    </Page>
  );
}
