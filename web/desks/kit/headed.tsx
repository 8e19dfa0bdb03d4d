import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

interface HeadProps {
  readonly title: ReactNode;
  /** What can be done there; not on paper. */
  readonly actions?: ReactNode;
}

const SIZES = { 1: '1.5rem', 2: '1.15rem' } as const;

/** The heading of a page or of a part of one, with what can be done there. */
export function Headed({ title, actions, level }: HeadProps & { readonly level: 1 | 2 }) {
  return (
    <Flex justify="space-between" align="center" gap="small" wrap>
      <Typography.Title level={level} style={{ fontSize: SIZES[level], margin: 0 }}>
        {title}
      </Typography.Title>
      {actions && (
        <Flex gap="small" wrap className="no-print">
          {actions}
        </Flex>
      )}
    </Flex>
  );
}

export type Section = HeadProps & { readonly children: ReactNode };
