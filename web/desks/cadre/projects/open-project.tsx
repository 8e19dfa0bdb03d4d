import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  CadreOpenProject,
  CadreProjectPlaces,
  CadreProjectSeat,
  CadreProjectSubjects,
} from '../../../generated/operations';
import { ActForm } from '../../kit/act-form';
import { found } from '../../kit/found';
import { RowsInput } from '../../kit/rows-input';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useWhole } from '../../kit/use-whole';
import { type Community, useWhere } from '../where';
import { GrantChoice } from './grant-choice';
import '../../projects/project-words';

/** A micro-project begins with a goal, a plan, who answers for it, and why it can be done. */
export default function OpenProject() {
  const { t } = useTranslation();
  const { here, holds } = useWhere();
  if (!here) return <Nothing says={t('cadre.no-community')} />;
  return (
    <Page title={t('projects.open')}>
      {holds('CADRE') ? <OpenIn here={here} /> : <Nothing says={t('projects.for-cadres')} />}
    </Page>
  );
}

function OpenIn({ here }: { readonly here: Community }) {
  const read = useRead(CadreProjectSeat, { placeId: here.id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => <OpenForm here={here} parentId={found(node)?.parent?.id} />}
    </Shown>
  );
}

const SUBJECTS: readonly string[] = [
  ...['SELF_ORGANISATION', 'SOCIAL_ORGANISATION', 'SOCIAL_ENTERPRISE'],
  ...['RESIDENTS_COMMITTEE', 'SERVICE_STATION'],
];
const MODES = ['COOPERATIVE', 'SPONTANEOUS', 'MOBILISED'] as const;
const WHY = ['people', 'material', 'money', 'sustainability'] as const;

interface Props {
  readonly here: Community;
  readonly parentId: string | undefined;
}

function OpenForm({ here, parentId }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { places, subjects } = useChoices(here, parentId);
  return (
    <Card style={{ maxWidth: 820 }}>
      <ActForm
        document={CadreOpenProject}
        effect={t('projects.open.effect')}
        fields={[
          { name: 'title', kind: 'line', label: t('projects.title') },
          { name: 'goal', kind: 'text', label: t('projects.goal') },
          {
            ...{ name: 'placeId', kind: 'choice', label: t('projects.place'), first: here.id },
            options: places.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            ...{ name: 'organisationId', kind: 'choice', label: t('projects.organisation') },
            options: subjects.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            ...{ name: 'grantId', kind: 'own', label: t('projects.grant') },
            ...{ help: t('projects.grant.help'), optional: true, control: <GrantChoice /> },
          },
          ...WHY.map((name) => ({
            ...{ name, kind: 'text' as const, label: t(`projects.${name}`) },
          })),
          {
            ...{ name: 'mode', kind: 'choice', label: t('projects.mode') },
            options: MODES.map((value) => ({ value, label: t(`projects.mode.${value}`) })),
          },
          {
            ...{ name: 'steps', kind: 'own', label: t('projects.steps'), first: [{}] },
            control: (
              <RowsInput
                more={t('projects.steps.more')}
                columns={[
                  { name: 'title', kind: 'line', label: t('projects.step') },
                  { name: 'dueOn', kind: 'day', label: t('projects.step.due') },
                ]}
              />
            ),
          },
        ]}
        go={t('projects.open.go')}
        onCancel={() => void navigate('/cadre/projects')}
        onDone={(done) => {
          const { project } = done as { project: { id: string } | null };
          if (project) void navigate(`/cadre/projects/${project.id}`);
        }}
      />
    </Card>
  );
}

/** The community with its courtyards, and the bodies of it and of what it lies in. */
function useChoices({ id, name }: Community, parentId: string | undefined) {
  const yards = useWhole(CadreProjectPlaces, [{ placeId: id }], ({ node }) => found(node)?.places);
  const seats = [id, ...(parentId ? [parentId] : [])].map((placeId) => ({ placeId }));
  const bodies = useWhole(CadreProjectSubjects, seats, ({ node }) => found(node)?.organisations);
  return {
    places: [{ id, name }, ...(yards.data ?? [])],
    subjects: (bodies.data ?? []).filter(({ kind }) => SUBJECTS.includes(kind)),
  };
}
