import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TillDisputes, TillStatements } from '../../../generated/operations';
import { Moment, Money } from '../../kit/figures';
import { found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Part } from '../../kit/part';
import { Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useTill } from '../at-store';
import { Mark } from '../mark';
import './operator-words';
import { StateMonth } from './state-month';

/** What the pool owes the operator: months stated, what of them is disputed, and a new one. */
export default function StatementsPage() {
  const { t } = useTranslation();
  const { store } = useTill();
  const storeId = store.id;
  const statements = useList(
    ...([TillStatements, { storeId }] as const),
    ({ node }) => found(node)?.operatorStatements,
  );
  return (
    <Page title={t('operator.statements')}>
      <Typography.Text>{t('operator.says')}</Typography.Text>
      {store.runs ? (
        <StateMonth store={store} onDone={statements.again} />
      ) : (
        <Typography.Text>{t('operator.by-storekeeper')}</Typography.Text>
      )}
      <Disputes storeId={storeId} />
      <Part title={t('operator.stated')}>
        <Listed list={statements} empty={t('operator.stated.empty')}>
          {(stated) => (
            <ul className="till-cards">
              {stated.map(({ id, month, number, state, issuedAt, total }) => (
                <li key={id} className="till-card">
                  <Flex gap="small" wrap justify="space-between">
                    <Link to={`/till/statements/${id}`}>
                      {t('operator.statement', { month, number })}
                    </Link>
                    <Money of={total} />
                  </Flex>
                  <Flex gap="small" wrap>
                    <Mark as={state === 'SETTLED' ? 'good' : 'careful'}>
                      {t(`operator.state.${state}`)}
                    </Mark>
                    <Moment of={issuedAt} timeZone={store.place.timeZone} />
                  </Flex>
                </li>
              ))}
            </ul>
          )}
        </Listed>
      </Part>
    </Page>
  );
}

/** What the foundation disputes; what waits for an answer of the operator is marked. */
function Disputes({ storeId }: { readonly storeId: string }) {
  const { t } = useTranslation();
  const list = useList(
    ...([TillDisputes, { storeId }] as const),
    ({ node }) => found(node)?.operatorDisputes,
  );
  return (
    <Part title={t('operator.disputes')}>
      <Listed list={list} empty={t('operator.disputes.empty')}>
        {(disputes) => (
          <ul className="till-cards">
            {disputes.map(({ id, state, reason, amount, statement: { id: at, month, number } }) => (
              <li key={id} className="till-card">
                <Flex gap="small" wrap justify="space-between">
                  <Link to={`/till/statements/${at}`}>
                    {t('operator.statement', { month, number })}
                  </Link>
                  <Money of={amount} />
                </Flex>
                <Mark as={state === 'RAISED' ? 'careful' : 'good'}>
                  {t(`CHOICE_OperatorDisputeState_${state}`)}
                </Mark>
                <Typography.Text>{reason}</Typography.Text>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Part>
  );
}
