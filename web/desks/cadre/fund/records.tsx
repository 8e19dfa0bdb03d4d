import { Collapse, Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CadreDocuments, CadreEvents, CadreVisits } from '../../../generated/operations';
import { Day, Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRest } from '../../kit/use-rest';
import type { Whole } from './project';
import { Part } from '../../kit/part';

type Of = { readonly project: Whole };

/** What was written for a project, found at it, scored, and how it went. */
export function Records({ project }: Of) {
  return (
    <>
      <Deciding project={project} />
      <Documents project={project} />
      <Visits project={project} />
      <Scores project={project} />
      <Events project={project} />
    </>
  );
}

/** Households, then the council. */
function Deciding({ project: { opinions, motion } }: Of) {
  const { t } = useTranslation();
  if (!opinions && !motion) return null;
  const counts = opinions?.result?.map(({ choice, votes }) => `${choice} ${votes}`).join(' · ');
  return (
    <Part title={t('cadre.deciding')}>
      <Flex vertical gap={4}>
        {opinions && (
          <Typography.Text>
            <Link to={`/cadre/ballots/${opinions.id}`}>{t('cadre.opinions')}</Link>{' '}
            {counts ?? t('cadre.opinions.open')}
          </Typography.Text>
        )}
        {motion && (
          <Typography.Text>
            <Link to={`/cadre/motions/${motion.id}`}>{motion.title}</Link>{' '}
            {[motion.council?.name, t(`cadre.motion.${motion.state}`)].filter(Boolean).join(' · ')}
          </Typography.Text>
        )}
      </Flex>
    </Part>
  );
}

function Documents({ project }: Of) {
  const { t } = useTranslation();
  const list = useRest(
    CadreDocuments,
    { id: project.id },
    project.documents,
    ({ node }) => found(node)?.documents,
  );
  const written = list.data;
  if (written.length === 0) return null;
  const items = written.map(({ id, kind, title, text, recordedAt }) => ({
    ...{ key: id, label: `${t(`cadre.document.${kind}`)} · ${title}` },
    children: (
      <>
        <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{text}</Typography.Paragraph>
        <Typography.Text type="secondary">
          <Moment of={recordedAt} />
        </Typography.Text>
      </>
    ),
  }));
  return (
    <Part title={t('cadre.documents')}>
      <Collapse size="small" items={items} />
      <More list={list} of={t('cadre.documents')} />
    </Part>
  );
}

function Visits({ project }: Of) {
  const { t } = useTranslation();
  const list = useRest(
    CadreVisits,
    { id: project.id },
    project.visits,
    ({ node }) => found(node)?.visits,
  );
  const visits = list.data;
  if (visits.length === 0) return null;
  return (
    <Part title={t('cadre.visits')}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {visits.map(({ id, visitedOn, found: seen, putRight, toPutRight }) => (
          <li key={id}>
            <Day of={visitedOn} /> {seen}{' '}
            <Typography.Text type="secondary">
              {toPutRight && (putRight ?? t('cadre.visit.open'))}
            </Typography.Text>
          </li>
        ))}
      </ul>
      <More list={list} of={t('cadre.visits')} />
    </Part>
  );
}

function Scores({ project: { scores, procedure } }: Of) {
  const { t } = useTranslation();
  if (scores.length === 0) return null;
  const says = (code: string) =>
    procedure?.dimensions.find((each) => each.code === code)?.says ?? code;
  return (
    <Part title={t('cadre.scores')}>
      <Table
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey={({ dimension, evaluator }) => `${dimension} ${evaluator}`}
        dataSource={[...scores]}
        columns={[
          { title: t('cadre.dimension'), render: (_, { dimension }) => says(dimension) },
          {
            title: t('cadre.scored-by'),
            render: (_, { evaluator }) => t(`cadre.evaluator.${evaluator}`),
          },
          { title: t('cadre.people'), dataIndex: 'people', align: 'right' },
          { title: t('cadre.mean'), dataIndex: 'mean', align: 'right' },
        ]}
      />
    </Part>
  );
}

function Events({ project: { id, events, steps } }: Of) {
  const { t } = useTranslation();
  const list = useRest(CadreEvents, { id }, events, ({ node }) => found(node)?.events);
  const says = (n: number) => steps.find((each) => each.n === n)?.plan.says ?? String(n);
  if (list.data.length === 0) return null;
  return (
    <Part title={t('cadre.events')}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {list.data.map(({ kind, step, toStep, reason, at }) => (
          <li key={at}>
            <Moment of={at} />{' '}
            {kind === 'PASSED'
              ? t('cadre.event.passed', { step: says(step) })
              : t('cadre.event.sent-back', { step: says(step), to: says(toStep) })}
            {reason && ` (${reason})`}
          </li>
        ))}
      </ul>
      <More list={list} of={t('cadre.events')} />
    </Part>
  );
}
