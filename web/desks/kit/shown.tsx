import { Empty, Flex, Skeleton, Typography } from 'antd';
import type { ReactNode } from 'react';
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
export function Page(props: {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, actions, children } = props;
  return (
    <Flex vertical gap="middle">
      <Flex justify="space-between" align="center" wrap gap="small">
        <Typography.Title level={1} style={{ fontSize: '1.5rem', margin: 0 }}>
          {title}
        </Typography.Title>
        {actions && (
          <Flex gap="small" wrap className="no-print">
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </Flex>
  );
}
