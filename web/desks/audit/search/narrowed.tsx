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

const BY = ['account', 'actor'] as const;

/** By which account and person a search is narrowed, each to be taken away again. */
export function Narrowed({ sought, onSeek }: Props) {
  const without = (name: (typeof BY)[number]) => () => {
    const { [name]: _gone, ...rest } = sought;
    onSeek(rest);
  };
  const tags = BY.flatMap((by) => {
    const id = sought[by];
    return id === undefined ? [] : [<About key={by} by={by} id={id} onClose={without(by)} />];
  });
  if (tags.length === 0) return null;
  return (
    <Flex gap="small" wrap>
      {tags}
    </Flex>
  );
}

function About(props: {
  readonly by: (typeof BY)[number];
  readonly id: string;
  readonly onClose: () => void;
}) {
  const { by, id, onClose } = props;
  const { t } = useTranslation();
  const { data } = useRead(AuditAbout, { id });
  const about = found(data?.node);
  const name = about && ('name' in about ? about.name : about.displayName);
  return (
    <Tag
      closable={{ 'aria-label': t(`audit.without-${by}`) }}
      onClose={onClose}
      className="audit-tag"
    >
      {t(`audit.only-${by}`, { name: name ?? '…' })}
    </Tag>
  );
}
