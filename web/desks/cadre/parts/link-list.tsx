import { Card, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { More } from '../../kit/more';
import { Nothing, Shown } from '../../kit/shown';
import type { List } from '../../kit/use-list';

/** A line of a list: what it leads to, what is said of it, and what stands at its side. */
export interface Line {
  readonly key: string;
  readonly to?: string;
  readonly title: ReactNode;
  readonly says?: ReactNode;
  readonly side?: ReactNode;
}

/** A keyset list as lines, with what to do where nothing is there. */
export function LinkList<Node>(props: {
  readonly list: List<Node>;
  readonly line: (node: Node) => Line;
  readonly none: string;
}) {
  const { list, line, none } = props;
  return (
    <Shown read={list}>
      {(nodes) => (
        <Flex vertical gap="small">
          {nodes.length === 0 && <Nothing says={none} />}
          <Lines lines={nodes.map(line)} />
          <More list={list} />
        </Flex>
      )}
    </Shown>
  );
}

/** Lines that stand below one another. */
export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <Flex vertical gap="small" component="ul" style={{ padding: 0, margin: 0 }}>
      {lines.map(({ key, to, title, says, side }) => (
        <li key={key} style={{ listStyle: 'none' }}>
          <Card size="small">
            <Flex justify="space-between" align="center" gap="small" wrap>
              <Flex vertical gap={2} style={{ minWidth: 0, flex: '1 1 260px' }}>
                {to === undefined ? (
                  <Typography.Text strong>{title}</Typography.Text>
                ) : (
                  <Link to={to}>
                    <Typography.Text strong>{title}</Typography.Text>
                  </Link>
                )}
                {says && <Typography.Text type="secondary">{says}</Typography.Text>}
              </Flex>
              {side}
            </Flex>
          </Card>
        </li>
      ))}
    </Flex>
  );
}
