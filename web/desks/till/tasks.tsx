import { Alert, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { TillResolveTask, TillTasks, type TillTasksQuery } from '../../generated/operations';
import { ActButton } from '../kit/act-form';
import { Moment } from '../kit/figures';
import { found } from '../kit/found';
import { Listed } from '../kit/listed';
import { Nothing, Page } from '../kit/shown';
import { useList } from '../kit/use-list';
import { useTill } from './at-store';

type Task = NonNullable<
  Extract<NonNullable<TillTasksQuery['node']>, { readonly id: string }>['tillTasks']
>['edges'][number]['node'];

/** What was handed out without a network and is refused by the books: somebody looks at each. */
export function Tasks() {
  const { t } = useTranslation();
  const { store } = useTill();
  const list = useList(TillTasks, { storeId: store.id }, ({ node }) => found(node)?.tillTasks);
  return (
    <Page title={t('till.page.tasks')}>
      <Typography.Text>{t('till.tasks.says')}</Typography.Text>
      <Listed list={list} empty={<Nothing says={t('till.tasks.none')} />}>
        {(tasks) => (
          <ul className="till-cards">
            {tasks.map((task) => (
              <TaskCard key={task.id} task={task} done={list.again} />
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

function TaskCard({ task, done }: { readonly task: Task; readonly done: () => void }) {
  const { t } = useTranslation();
  const { store } = useTill();
  const { occurredAt, resident, reportedBy, refusal, lines } = task;
  const goods = lines
    .map(({ product, quantity }) => `${product?.name ?? t('till.unknown-goods')} × ${quantity}`)
    .join(' · ');
  return (
    <li className="till-card">
      <Flex gap="small" wrap>
        <strong>{resident?.displayName ?? t('till.unknown-person')}</strong>
        <Moment of={occurredAt} timeZone={store.place.timeZone} />
        {reportedBy && <span>{t('till.by', { name: reportedBy.displayName })}</span>}
      </Flex>
      <Typography.Text>{goods}</Typography.Text>
      <Alert type="warning" showIcon title={refusal.message} />
      {store.runs ? (
        <div>
          <ActButton
            document={TillResolveTask}
            title={t('till.resolve')}
            button={{ type: 'primary' }}
            given={{ taskId: task.id }}
            fields={[{ name: 'note', kind: 'text', label: t('till.resolve.note') }]}
            effect={<Typography.Text>{t('till.resolve.effect', { goods })}</Typography.Text>}
            go={t('till.resolve')}
            onDone={done}
          />
        </div>
      ) : (
        <Typography.Text>{t('till.resolve.by-storekeeper')}</Typography.Text>
      )}
    </li>
  );
}
