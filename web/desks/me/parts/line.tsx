import { Card, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { More } from '../../kit/more';
import { Nothing, Shown } from '../../kit/shown';
import type { List } from '../../kit/use-list';
import { StateTag } from './state-tag';

/** Something in a list: what it is, how it stands, what is told of it, and what can be done. */
export function Line(props: {
  readonly title: ReactNode;
  readonly to?: string;
  readonly state?: ReactNode;
  readonly isGood?: boolean;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly aside?: ReactNode;
}) {
  const { title, to, state, isGood, children, actions, aside } = props;
  return (
    <Card size="small" role="listitem">
      <Flex vertical gap={4}>
        <Flex justify="space-between" gap="small" align="start">
          <Typography.Text strong style={{ overflowWrap: 'anywhere' }}>
            {to ? <Link to={to}>{title}</Link> : title}
          </Typography.Text>
          <Flex gap={4} align="center" style={{ flexShrink: 0 }}>
            {aside}
            {state && <StateTag isGood={isGood ?? false}>{state}</StateTag>}
          </Flex>
        </Flex>
        {children && <Typography.Text style={{ fontSize: '0.95em' }}>{children}</Typography.Text>}
        {actions && (
          <Flex gap="small" wrap className="no-print" style={{ marginBlockStart: 4 }}>
            {actions}
          </Flex>
        )}
      </Flex>
    </Card>
  );
}

/** Some lines one below the other. */
export function Lines({ children }: { readonly children: ReactNode }) {
  return (
    <Flex vertical gap="small" role="list">
      {children}
    </Flex>
  );
}

/** A keyset list: its lines, more of them where there are, and what to do where there are none. */
export function Listed<Node>(props: {
  readonly list: List<Node>;
  readonly none: string;
  readonly draw: (node: Node, n: number) => ReactNode;
  readonly todo?: ReactNode;
}) {
  const { list, none, draw, todo } = props;
  return (
    <Shown read={list}>
      {(nodes) =>
        nodes.length === 0 ? (
          <Nothing says={none}>{todo}</Nothing>
        ) : (
          <Flex vertical gap="middle">
            <Lines>{nodes.map(draw)}</Lines>
            <More list={list} />
          </Flex>
        )
      }
    </Shown>
  );
}
