import { Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { TillIssueStatement, TillMonth } from '../../../generated/operations';
import { daysAfter, todayIn } from '../../../kit/days';
import { ActButton } from '../../kit/act-form';
import { Money } from '../../kit/figures';
import { found } from '../../kit/found';
import { Part } from '../../kit/part';
import { Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import type { TillStore } from '../device/stores';
import './statements.css';

const FIGURES = ['exchanged', 'unchecked', 'disputed', 'reduced', 'paid', 'payable'] as const;

/** The month before the one that it is in a time zone. */
const lastMonth = (timeZone: string) =>
  daysAfter(`${todayIn(timeZone).slice(0, 7)}-01`, -1).slice(0, 7);

interface Props {
  readonly store: TillStore;
  readonly onDone: () => void;
}

/** A month as the books have it, and what of it has not been stated yet is stated. */
export function StateMonth({ store, onDone }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [month, setMonth] = useState(() => lastMonth(store.place.timeZone));
  const done = (answered: unknown) => {
    const { statement } = answered as { statement: { id: string } | null };
    onDone();
    if (statement) void navigate(`/till/statements/${statement.id}`);
  };
  return (
    <Part title={t('operator.month')}>
      <Flex vertical gap="middle" align="start">
        <Input
          type="month"
          aria-label={t('operator.month.which')}
          value={month}
          onChange={({ target }) => setMonth(target.value)}
          style={{ maxWidth: 220 }}
        />
        {month && <Figures storeId={store.id} month={month} />}
        {month && (
          <ActButton
            document={TillIssueStatement}
            title={t('operator.issue')}
            button={{ type: 'primary' }}
            given={{ storeId: store.id, month }}
            effect={t('operator.issue.effect', { month })}
            go={t('operator.issue.go')}
            onDone={done}
          />
        )}
      </Flex>
    </Part>
  );
}

function Figures({ storeId, month }: { readonly storeId: string; readonly month: string }) {
  const { t } = useTranslation();
  const read = useRead(TillMonth, { storeId, month });
  return (
    <Shown read={read} rows={2}>
      {({ node }) => {
        const figures = found(node)?.operatorMonth;
        if (!figures) return null;
        return (
          <dl className="till-figures">
            {FIGURES.map((name) => (
              <div key={name}>
                <dt>
                  <Typography.Text>{t(`operator.${name}`)}</Typography.Text>
                </dt>
                <dd>
                  <Money of={figures[name]} />
                </dd>
              </div>
            ))}
          </dl>
        );
      }}
    </Shown>
  );
}
