import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

/** A part of a page under its own heading, with what can be done there. */
export function Part(props: {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, actions, children } = props;
  return (
    <Flex vertical gap="small" component="section">
      <Flex justify="space-between" align="center" gap="small" wrap>
        <Typography.Title level={2} style={{ fontSize: '1.15rem', margin: 0 }}>
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
