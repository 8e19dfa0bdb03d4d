import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../kit/problems';
import { Nothing } from '../../kit/shown';
import type { List } from '../../kit/use-list';

/** A list page by page: its skeleton, what went wrong, what to do where it is empty, and more. */
export function Listed<Node>(props: {
  readonly list: List<Node>;
  readonly empty: ReactNode;
  readonly children: (nodes: readonly Node[]) => ReactNode;
}) {
  const { list, empty, children } = props;
  const { t } = useTranslation();
  if (!list.data && list.error) return <Failure error={list.error} again={list.again} />;
  if (!list.data) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  if (list.data.length === 0)
    return typeof empty === 'string' ? <Nothing says={empty} /> : <>{empty}</>;
  return (
    <>
      {children(list.data)}
      {list.error && <Failure error={list.error} again={list.again} />}
      {list.more && (
        <Button className="no-print" style={{ marginBlockStart: 12 }} onClick={list.more}>
          {t('desk.more')}
        </Button>
      )}
    </>
  );
}
