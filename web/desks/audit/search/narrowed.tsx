import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { AuditAbout } from '../../../generated/operations';
import { found } from '../../kit/found';
import { useRead } from '../../kit/use-read';
import type { Sought } from './sought';

interface Props {
  readonly sought: Sought;
  readonly onSeek: (sought: Sought) => void;
}

/** By which account and person a search is narrowed, each to be taken away again. */
export function Narrowed({ sought, onSeek }: Props) {
  const { t } = useTranslation();
  const { account, actor } = sought;
  const asked = {
    ...{ account: account !== undefined, person: actor !== undefined },
    ...{ accountId: account ?? '', personId: actor ?? '' },
  };
  const { data } = useRead(AuditAbout, asked, account === undefined && actor === undefined);
  if (account === undefined && actor === undefined) return null;
  const without = (name: 'account' | 'actor') => () => {
    const { [name]: _gone, ...rest } = sought;
    onSeek(rest);
  };
  const tags = [
    {
      ...{ name: 'account' as const, is: account !== undefined },
      label: found(data?.account)?.name ?? '…',
    },
    {
      ...{ name: 'actor' as const, is: actor !== undefined },
      label: found(data?.person)?.displayName ?? '…',
    },
  ];
  return (
    <Flex gap="small" wrap>
      {tags
        .filter(({ is }) => is)
        .map(({ name, label }) => (
          <Tag
            key={name}
            closable={{ 'aria-label': t(`audit.without-${name}`) }}
            onClose={without(name)}
            className="audit-tag"
          >
            {t(`audit.only-${name}`, { name: label })}
          </Tag>
        ))}
    </Flex>
  );
}
