import { Card, Typography } from 'antd';
import type { ReactNode } from 'react';

/** What something is called, and what it is; without the second, the line is left out. */
export type Fact = readonly [label: string, value: ReactNode];

const NOTHING: readonly ReactNode[] = [null, undefined, false, ''];

/** The facts of a thing, side by side where there is room. */
export function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  const known = rows.filter(([, value]) => !NOTHING.includes(value));
  return (
    <Card size="small">
      <dl
        style={{
          ...{ display: 'grid', gap: '8px 24px', margin: 0 },
          gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
        }}
      >
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>
              <Typography.Text type="secondary">{label}</Typography.Text>
            </dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
