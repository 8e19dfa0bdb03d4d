import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { More } from './more';
import { Failure } from './problems';
import { Nothing } from './shown';
import type { List } from './use-list';

/** A list page by page: its skeleton, what went wrong, what to do where it is empty, and more. */
export function Listed<Node>(props: {
  readonly list: List<Node>;
  readonly empty: ReactNode;
  readonly children: (nodes: readonly Node[]) => ReactNode;
}) {
  const { list, empty, children } = props;
  if (!list.data && list.error) return <Failure error={list.error} again={list.again} />;
  if (!list.data) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  return (
    <>
      {list.data.length === 0 && !list.more ? <Empty>{empty}</Empty> : children(list.data)}
      <More list={list} />
    </>
  );
}

/** Words alone are shown as all desks show that nothing is there. */
function Empty({ children }: { readonly children: ReactNode }) {
  return typeof children === 'string' ? <Nothing says={children} /> : <>{children}</>;
}
