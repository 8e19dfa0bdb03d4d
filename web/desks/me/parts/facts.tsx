import { Descriptions, Typography } from 'antd';
import type { ReactNode } from 'react';

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
