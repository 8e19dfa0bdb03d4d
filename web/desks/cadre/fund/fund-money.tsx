import { Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreReceiveAllotment,
  CadreSettleFund,
  type CadreFundFragment,
} from '../../../generated/operations';
import { money } from '../../../kit/figures';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { Count, Day, Money, useLanguage } from '../../kit/figures';
import { useWhere } from '../where';

const FIGURES = {
  ...{ display: 'grid', gap: '12px 24px', margin: 0 },
  gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))',
};

/** What a fund was allotted, what of it is promised and spent, and how the allotment came about. */
export function FundMoney(props: {
  readonly fund: CadreFundFragment;
  readonly onDone: () => void;
}) {
  const { fund, onDone } = props;
  const { t } = useTranslation();
  const { pool, allotted, due } = fund;
  const figures = [
    ['allotted', allotted],
    ['due', due],
    ['reserved', pool?.committed],
    ['spent', pool?.spent],
    ['free', pool?.available],
  ] as const;
  return (
    <Card size="small">
      <Flex vertical gap="middle">
        <dl style={FIGURES}>
          {figures.map(
            ([name, of]) =>
              of && (
                <div key={name}>
                  <dt>
                    <Typography.Text type="secondary">{t(`cadre.money.${name}`)}</Typography.Text>
                  </dt>
                  <dd style={{ margin: 0, fontSize: '1.25rem' }}>
                    <Money of={of} />
                  </dd>
                </div>
              ),
          )}
        </dl>
        <Arithmetic fund={fund} />
        <MoneyActs {...{ fund, onDone }} />
      </Flex>
    </Card>
  );
}

/** 612 households at ¥4,000.00 for each hundred = ¥24,480.00; at least ¥30,000.00. */
function Arithmetic({ fund }: { readonly fund: CadreFundFragment }) {
  const { t } = useTranslation();
  const { households, perHundred, byHouseholds, floor, unspent, countedOn, office } = fund;
  return (
    <Typography.Text type="secondary">
      <Count of={households} /> {t('cadre.households')} × <Money of={perHundred} /> ÷ 100 ={' '}
      <Money of={byHouseholds} />; {t('cadre.at-least')} <Money of={floor} /> ·{' '}
      {t('cadre.counted-on')} <Day of={countedOn} /> · {t(`cadre.unspent.${unspent}`)}
      {office && ` · ${office.name}`}
    </Typography.Text>
  );
}

/** What the office's treasurer does with the fund as a whole. */
function MoneyActs({ fund, onDone }: { readonly fund: CadreFundFragment; onDone: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { holds } = useWhere();
  if (!holds('TREASURER')) return null;
  return (
    <Flex gap="small" wrap className="no-print">
      <ActButton
        document={CadreReceiveAllotment}
        title={t('cadre.receive')}
        go={t('cadre.receive.go')}
        given={{ fundId: fund.id }}
        effect={t('cadre.receive.effect', { amount: money(fund.due, language) })}
        keyed
        onDone={onDone}
        fields={[
          { name: 'amount', kind: 'money', label: t('cadre.amount'), first: fund.due.amount },
          {
            ...{ name: 'receivedOn', kind: 'day', label: t('cadre.received-on') },
            first: localOf(new Date()).slice(0, 10),
          },
        ]}
      />
      <ActButton
        document={CadreSettleFund}
        title={t('cadre.settle')}
        go={t('cadre.settle')}
        given={{ fundId: fund.id }}
        effect={t('cadre.settle.effect', { year: fund.year })}
        keyed
        danger
        onDone={onDone}
      />
    </Flex>
  );
}
