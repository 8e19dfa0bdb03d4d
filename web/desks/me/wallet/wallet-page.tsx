import { Alert, Card, Flex, Statistic, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MeNotices, MeWallet, type MeWalletQuery } from '../../../generated/operations';
import { Day } from '../../kit/figures';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useRead } from '../../kit/use-read';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import { HandOn } from './hand-on';
import { MonthPart } from './month-part';

type Me = NonNullable<MeWalletQuery['me']>;
export type Resident = NonNullable<Me['residence']>;
export type Wallet = NonNullable<Resident['wallet']>;

/** The month in which this is looked at, as the API names months. */
const thisMonth = () => new Date().toISOString().slice(0, 7);

/** Welfare credits: what there is, what ends when, where each came from and went. */
export function WalletPage() {
  const { t } = useTranslation();
  const [month, setMonth] = useState(thisMonth);
  const read = useRead(MeWallet, { month });
  return (
    <Page title={t('me.nav.wallet')}>
      <Shown read={read}>
        {({ me }) => {
          const wallet = me?.residence?.wallet;
          if (!me?.residence) return <Nothing says={t('me.no-home')} />;
          if (!wallet) return <Nothing says={t('me.wallet.none')} />;
          return (
            <Flex vertical gap="large">
              <Balance wallet={wallet} />
              <Flex gap="small" wrap align="center">
                <HandOn resident={me.residence} wallet={wallet} done={read.again} />
                <Link to="/me/exchanges">{t('me.exchanges')}</Link>
              </Flex>
              <MonthPart key={wallet.balance} month={month} choose={setMonth} wallet={wallet} />
              <Allowance resident={me.residence} />
              <Notices />
            </Flex>
          );
        }}
      </Shown>
    </Page>
  );
}

function Balance({ wallet }: { readonly wallet: Wallet }) {
  const { t } = useTranslation();
  const { balance, frozen, expiringSoon, scheme } = wallet;
  return (
    <Card size="small">
      <Flex vertical gap="small">
        <Statistic title={t('me.wallet.balance')} value={balance} suffix={t('me.credits')} />
        {frozen && <Alert type="warning" showIcon title={t('me.wallet.frozen')} />}
        {expiringSoon && (
          <Alert
            type="warning"
            showIcon
            title={
              <>
                {t('me.wallet.ends', { count: expiringSoon.credits })} <Day of={expiringSoon.on} />
              </>
            }
          />
        )}
        <Typography.Text type="secondary">
          {scheme.name} ·{' '}
          {scheme.expiryMonths === null
            ? t('me.wallet.never-ends')
            : t('me.wallet.ends-after', { count: scheme.expiryMonths })}
        </Typography.Text>
      </Flex>
    </Card>
  );
}

/** What the household may still take this month of what is shared out. */
function Allowance({ resident: { household } }: { readonly resident: Resident }) {
  const { t } = useTranslation();
  const allowance = household?.allowance ?? [];
  if (allowance.length === 0) return null;
  return (
    <Part title={t('me.allowance')}>
      <Lines>
        {allowance.map(({ productClass, name, granted, remaining, until }) => (
          <Line key={productClass} title={name} aside={`${remaining} / ${granted}`}>
            {t('me.council.until')} <Day of={until} />
          </Line>
        ))}
      </Lines>
    </Part>
  );
}

/** Of what the resident was told that it ends. */
function Notices() {
  const { t } = useTranslation();
  const list = useList(MeNotices, {}, ({ me }) => me?.residence?.wallet?.notices);
  if (!list.data?.length) return null;
  return (
    <Part title={t('me.wallet.notices')}>
      <Lines>
        {list.data.map(({ credits, endsOn, toldOn }) => (
          <Line
            key={`${endsOn} ${toldOn}`}
            title={t('me.wallet.notice', { count: credits })}
            aside={<Day of={endsOn} />}
          >
            {t('me.wallet.told')} <Day of={toldOn} />
          </Line>
        ))}
      </Lines>
      <More list={list} of={t('me.wallet.notices')} />
    </Part>
  );
}
