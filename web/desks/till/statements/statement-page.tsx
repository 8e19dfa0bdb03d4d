import { Alert, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { TillStatement, type TillStatementQuery } from '../../../generated/operations';
import { Count, Moment, Money } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useTill } from '../at-store';
import { Mark } from '../mark';
import { AnswerDispute } from './answer-dispute';
import './operator-words';

type Statement = Found<TillStatementQuery['node']>;
type Line = Statement['lines'][number];

/** A month as it was stated, line by line, and what the foundation says against it. */
export default function StatementPage() {
  const { t } = useTranslation();
  const { store } = useTill();
  const { id = '' } = useParams();
  const read = useRead(TillStatement, { id });
  return (
    <Shown read={read} rows={6}>
      {({ node }) => {
        const stated = found(node);
        if (!stated) return <Nothing says={t('desk.not-here')} />;
        const { month, number, state, total, issuedAt, lines } = stated;
        return (
          <Page title={t('operator.statement', { month, number })}>
            <Flex gap="small" wrap align="center">
              <Mark as={state === 'SETTLED' ? 'good' : 'careful'}>
                {t(`operator.state.${state}`)}
              </Mark>
              <Moment of={issuedAt} timeZone={store.place.timeZone} />
              <strong>
                <Money of={total} />
              </strong>
            </Flex>
            <ul className="till-cards">
              {lines.map((line) => (
                <li key={line.line} className="till-card">
                  <LineShown line={line} />
                  {line.dispute && (
                    <DisputeShown dispute={line.dispute} runs={store.runs} again={read.again} />
                  )}
                </li>
              ))}
            </ul>
            <Link to="/till/statements">{t('operator.back')}</Link>
          </Page>
        );
      }}
    </Shown>
  );
}

function LineShown({ line: { line, product, pieces, voided, unitCost, amount } }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <Flex gap="small" wrap justify="space-between">
      <span>
        <strong>
          {line}. {product.name}
        </strong>{' '}
        <Count of={pieces} /> × <Money of={unitCost} />
        {voided > 0 && ` · ${t('operator.voided', { count: voided })}`}
      </span>
      <Money of={amount} />
    </Flex>
  );
}

function DisputeShown(props: {
  readonly dispute: NonNullable<Line['dispute']>;
  readonly runs: boolean;
  readonly again: () => void;
}) {
  const { dispute, runs, again } = props;
  const { t } = useTranslation();
  const { state, amount, raisedBy, reason, answer, decision } = dispute;
  return (
    <Alert
      role="note"
      type={state === 'RAISED' ? 'warning' : 'info'}
      title={
        <>
          {t(`CHOICE_OperatorDisputeState_${state}`)} · <Money of={amount} />
        </>
      }
      description={
        <Flex vertical gap="small" align="start">
          <Typography.Text>
            {t('operator.dispute.reason', { name: raisedBy?.name ?? '—' })} {reason}
          </Typography.Text>
          {answer && (
            <Typography.Text>
              {t('operator.dispute.answer')} {answer}
            </Typography.Text>
          )}
          {decision && (
            <Typography.Text>
              {t('operator.dispute.decision')} {decision}
            </Typography.Text>
          )}
          {state === 'RAISED' && runs && <AnswerDispute dispute={dispute} again={again} />}
          {state === 'RAISED' && !runs && <span>{t('operator.dispute.for-storekeeper')}</span>}
        </Flex>
      }
    />
  );
}
