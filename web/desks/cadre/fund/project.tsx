import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  CadreProject,
  type CadreProjectQuery,
  type CadreWholeProjectFragment,
} from '../../../generated/operations';
import { Money, Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Facts } from '../parts/facts';
import { Records } from './records';
import { EndActs } from './step-acts';
import { Steps } from './steps';

export type Whole = CadreWholeProjectFragment;
export type Stage = { readonly project: Whole; readonly again: () => void };

/** A project of the public fund, step by step, with what was written, found and scored. */
export function Project() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreProject, { id });
  return (
    <Shown read={read} rows={10}>
      {({ node }: CadreProjectQuery) => {
        const project = found(node) as Whole | null;
        if (!project) return <Nothing says={t('desk.not-here')} />;
        return <ProjectPage {...{ project, again: read.again }} />;
      }}
    </Shown>
  );
}

function ProjectPage({ project, again }: Stage) {
  const { t } = useTranslation();
  const { title, description, fund, droppedBecause } = project;
  return (
    <Page title={title} actions={<EndActs {...{ project, again }} />}>
      <Typography.Text>
        <Link to="/cadre/fund">{t('cadre.fund')}</Link> {fund?.year} · {fund?.place?.name}
      </Typography.Text>
      <Typography.Paragraph style={{ margin: 0, maxWidth: 720 }}>
        {description}
      </Typography.Paragraph>
      {droppedBecause && (
        <Typography.Paragraph strong>
          {t('cadre.dropped')} {droppedBecause}
        </Typography.Paragraph>
      )}
      <ProjectFacts project={project} />
      <Steps {...{ project, again }} />
      <Records project={project} />
    </Page>
  );
}

function ProjectFacts({ project }: { readonly project: Whole }) {
  const { t } = useTranslation();
  const { cost, selfRaised, purpose, procedure, startedAt, application, archiveSha256 } = project;
  const grant = application?.grant;
  return (
    <Facts
      rows={[
        [t('cadre.cost'), <Money key="cost" of={cost} />],
        [t('cadre.self-raised'), <Money key="raised" of={selfRaised} />],
        [t('cadre.requested'), application && <Money of={application.requested} />],
        [t('cadre.paid'), grant && <Money of={grant.paid} />],
        [t('cadre.start.use'), t(`cadre.use.${purpose}`)],
        [t('cadre.start.procedure'), procedure?.says],
        [t('cadre.started'), <Moment key="started" of={startedAt} />],
        [t('cadre.executor'), application?.applicant.name],
        [t('cadre.archive'), archiveSha256 && <Archive of={project} />],
      ]}
    />
  );
}

/** The one file of an archived project, and how it is known again. */
function Archive({ of: { id, archiveSha256 } }: { readonly of: Whole }) {
  const { t } = useTranslation();
  return (
    <Flex vertical>
      <a href={`/archives/${id}.json`} download>
        {t('cadre.archive.download')}
      </a>
      <Typography.Text code copyable={{ text: archiveSha256 ?? '' }}>
        SHA-256 {archiveSha256?.slice(0, 12)}…
      </Typography.Text>
    </Flex>
  );
}
