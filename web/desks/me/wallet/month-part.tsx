import { Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { MeWalletLines } from '../../../generated/operations';
import { Count, Moment } from '../../kit/figures';
import { useList } from '../../kit/use-list';
import { Line, Listed } from '../parts/line';
import { Part } from '../../kit/part';
import { Facts } from '../parts/facts';
import type { Wallet } from './wallet-page';

/** With its sign: what came, and what went. */
export function Moved({ of }: { readonly of: number }) {
  return (
    <span>
      {of > 0 && '+'}
      <Count of={of} />
    </span>
  );
}

/** A month of a wallet: from what it began with to what it ended with, line by line. */
export function MonthPart(props: {
  readonly month: string;
  readonly choose: (month: string) => void;
  readonly wallet: Wallet;
}) {
  const { month, choose, wallet } = props;
  const { t } = useTranslation();
  const { opening, closing, moved } = wallet.month;
  const list = useList(MeWalletLines, { month }, ({ me }) => me?.residence?.wallet?.month.lines);
  return (
    <Part
      title={t('me.wallet.month')}
      actions={
        <Input
          type="month"
          aria-label={t('me.wallet.choose-month')}
          value={month}
          onChange={({ target }) => target.value && choose(target.value)}
          style={{ width: 170 }}
        />
      }
    >
      <Flex vertical gap="middle">
        <Facts
          of={[
            [t('me.wallet.opening'), <Count key="opening" of={opening} />],
            ...moved.map(
              ({ by, label, credits }) => [label, <Moved key={by} of={credits} />] as const,
            ),
            [t('me.wallet.closing'), <Count key="closing" of={closing} />],
          ]}
        />
        <Listed
          list={list}
          none={t('me.wallet.quiet')}
          draw={({ occurredAt, label, credits, balance }) => (
            <Line
              key={`${occurredAt} ${balance} ${label}`}
              title={label}
              aside={<Moved of={credits} />}
            >
              <Moment of={occurredAt} /> · {t('me.wallet.after', { balance })}
            </Line>
          )}
        />
      </Flex>
    </Part>
  );
}
