import { Descriptions, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

/** A part of a page under a heading of its own. */
export function Part(props: {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, actions, children } = props;
  return (
    <section>
      <Flex vertical gap="small">
        <Flex justify="space-between" align="center" wrap gap="small">
          <Typography.Title level={2} style={{ fontSize: '1.15rem', margin: 0 }}>
            {title}
          </Typography.Title>
          {actions}
        </Flex>
        {children}
      </Flex>
    </section>
  );
}

/** Facts with their names, one below the other on a phone. */
export function Facts(props: { readonly of: readonly (readonly [string, ReactNode] | null)[] }) {
  const items = props.of.flatMap((fact) =>
    fact === null ? [] : [{ key: fact[0], label: fact[0], children: fact[1] }],
  );
  return <Descriptions size="small" bordered column={{ xs: 1, md: 2 }} items={items} />;
}

/** A text as it was written, with its lines. */
export function Written({ children }: { readonly children: ReactNode }) {
  return (
    <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: 0, overflowWrap: 'anywhere' }}>
      {children}
    </Typography.Paragraph>
  );
}
