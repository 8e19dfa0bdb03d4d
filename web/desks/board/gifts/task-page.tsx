import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BoardResolveTask, BoardTask, type BoardTaskQuery } from '../../../generated/operations';
import { money } from '../../../kit/figures';
import { ActForm } from '../../kit/act-form';
import { Moment, Money, useLanguage } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Figures } from '../parts/figures-list';
import { NodeShown } from '../parts/node-shown';
import { Part } from '../parts/part';

type Task = Extract<NonNullable<BoardTaskQuery['node']>, { objectId: unknown }>;

/** Something about payments that a person has to look at, and what they decide about it. */
export function TaskPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(BoardTask, { id });
  return (
    <NodeShown read={read} has="objectId">
      {(node) => {
        const { kind, held, donation, raisedAt, objectId } = node;
        return (
          <Page title={t(`board.task.${kind}`)}>
            <Figures
              of={[
                { name: t('board.task.held'), value: held ? <Money of={held} /> : '—' },
                { name: t('board.task.raised'), value: <Moment of={raisedAt} /> },
                { name: t('board.task.object'), value: objectId },
              ]}
            />
            {donation && (
              <Link to={`/board/gifts/${donation.id}`}>
                {donation.giverName ?? t('board.gift.unnamed')} · {donation.pool.name}
              </Link>
            )}
            <Resolve task={node} again={read.again} />
          </Page>
        );
      }}
    </NodeShown>
  );
}

/**
 * Held money is a gift after all, or goes back; what holds none is explained. What was asked to go
 * back stays open until it has gone: another person may have to check it, and may say no.
 */
function Resolve({ task, again }: { readonly task: Task; readonly again: () => void }) {
  const { t } = useTranslation();
  if (task.resolution)
    return (
      <Alert
        role="note"
        type="success"
        title={t(`board.task.resolved.${task.resolution}`)}
        description={task.note}
      />
    );
  const isGivers = task.held !== null && task.kind !== 'UNKNOWN_TRANSACTION';
  const decisions = isGivers ? ['ACCEPT', 'REFUND'] : ['EXPLAIN'];
  return (
    <Part title={t('board.task.decide')}>
      {task.note && (
        <Alert
          role="note"
          type="info"
          title={t('board.task.asked')}
          description={task.note}
          style={{ marginBlockEnd: 16 }}
        />
      )}
      <ActForm
        document={BoardResolveTask}
        go={t('board.task.go')}
        given={{ taskId: task.id }}
        effect={<TaskEffect task={task} isGivers={isGivers} />}
        fields={[
          {
            ...{ name: 'decision', kind: 'choice', label: t('board.task.decision') },
            options: decisions.map((value) => ({ value, label: t(`board.task.do.${value}`) })),
          },
          { name: 'note', kind: 'text', label: t('board.reason') },
        ]}
        onDone={again}
      />
    </Part>
  );
}

/** What each decision does to the money that is held. */
function TaskEffect({ task, isGivers }: { readonly task: Task; readonly isGivers: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!task.held || !isGivers) return <>{t('board.task.effect.explain')}</>;
  const pool = task.donation?.pool.name ?? '—';
  return <>{t('board.task.effect', { sum: money(task.held, language), pool })}</>;
}
