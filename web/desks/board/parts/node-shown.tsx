import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Nothing, Shown } from '../../kit/shown';
import type { Read } from '../../kit/use-read';

/** The kind of node that has a field. */
type Having<Node, Field extends string> = Extract<Node, { readonly [Name in Field]: unknown }>;

/** A page about one node: drawn where it was found, and is of the kind that has a field. */
export function NodeShown<Node extends object, Field extends string>(props: {
  readonly read: Read<{ readonly node: Node | null }>;
  readonly has: Field;
  readonly children: (node: Having<Node, Field>) => ReactNode;
}) {
  const { read, has, children } = props;
  const { t } = useTranslation();
  return (
    <Shown read={read}>
      {({ node }) =>
        node && has in node ? (
          children(node as Having<Node, Field>)
        ) : (
          <Nothing says={t('desk.not-here')} />
        )
      }
    </Shown>
  );
}
