import { Empty, Flex, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Headed, type Section } from './headed';
import { Failure } from './problems';
import type { Read } from './use-read';

/** A skeleton while it loads, what went wrong where it did, and else what was read. */
export function Shown<Result>(props: {
  readonly read: Read<Result>;
  readonly children: (data: Result) => ReactNode;
  readonly rows?: number;
}) {
  const { read, children, rows = 4 } = props;
  if (read.data !== undefined) return <>{children(read.data)}</>;
  if (read.error) return <Failure error={read.error} again={read.again} />;
  return <Skeleton active title={false} paragraph={{ rows }} />;
}

/** Nothing is there yet, and what to do about it. */
export function Nothing(props: { readonly says: string; readonly children?: ReactNode }) {
  const { says, children } = props;
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={says}>
      {children}
    </Empty>
  );
}

/** A page of a desk: its heading, what can be done at once, and what it shows. */
export function Page({ title, actions, children }: Section) {
  return (
    <Flex vertical gap="middle">
      <Headed level={1} title={title} actions={actions} />
      {children}
    </Flex>
  );
}
