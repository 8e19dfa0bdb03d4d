import { Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper } from './device/recount';
import { StateTag } from '../parts/state-tag';

const AT_ONCE = 50;

/** Every paper of a box by the beginning of its token; one's own is marked and comes first. */
export function PaperList(props: {
  readonly papers: readonly Paper[];
  readonly mine: string | undefined;
}) {
  const { papers, mine } = props;
  const { t } = useTranslation();
  const [shown, setShown] = useState(AT_ONCE);
  const own = papers.filter(({ token }) => token === mine);
  const listed = [...own, ...papers.filter(({ token }) => token !== mine)].slice(0, shown);
  return (
    <Flex vertical gap="small">
      {mine !== undefined && own.length === 0 && (
        <Typography.Text type="danger">{t('me.vote.not-found')}</Typography.Text>
      )}
      <Flex vertical gap={4} role="list" aria-label={t('me.recount.papers')}>
        {listed.map(({ token, choices }) => (
          <Flex key={token} gap="small" align="center" wrap role="listitem">
            <Typography.Text code>{token.slice(0, 8)}…</Typography.Text>
            <Typography.Text>{choices.join('、') || t('me.ballot.none-marked')}</Typography.Text>
            {token === mine && <StateTag isGood>{t('me.recount.mine')}</StateTag>}
          </Flex>
        ))}
      </Flex>
      {shown < papers.length && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>{t('desk.more')}</Button>
      )}
    </Flex>
  );
}
