import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  MeConfirmSpending,
  MeDeclineSpending,
  MeReverseSpending,
  MeSpendings,
  type MeSpendingsQuery,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Day, Money } from '../../kit/figures';
import { useList } from '../../kit/use-list';
import { Ask } from '../parts/ask';
import { Line, Listed } from '../parts/line';
import { Part } from '../../kit/part';
import type { Grant } from './grant-page';
import { RecordSpending } from './record-spending';

type Held = Extract<NonNullable<MeSpendingsQuery['node']>, { spendings: unknown }>;
type Spending = NonNullable<Held['spendings']>['edges'][number]['node'];

/** What was spent of a grant, each with its paper; a second person of the team looks at it. */
export function Spendings({ grant, again }: { readonly grant: Grant; readonly again: () => void }) {
  const { t } = useTranslation();
  const { roles } = useMe();
  const list = useList(MeSpendings, { id: grant.id }, ({ node }) =>
    node && 'spendings' in node ? node.spendings : null,
  );
  const is = (...names: readonly string[]) =>
    roles.some(
      ({ organisation, role }) => organisation.id === grant.grantee.id && names.includes(role),
    );
  const done = () => {
    list.again();
    again();
  };
  return (
    <Part
      title={t('me.spendings')}
      actions={is('LEADER', 'DIRECTOR', 'STAFF') && <RecordSpending grant={grant} done={done} />}
    >
      <Listed
        list={list}
        none={t('me.spendings.none')}
        draw={(spending) => (
          <SpendingLine
            key={spending.id}
            spending={spending}
            leads={is('LEADER', 'DIRECTOR')}
            done={done}
          />
        )}
      />
    </Part>
  );
}

function SpendingLine(props: {
  readonly spending: Spending;
  /** Whether who looks leads the organisation, and so may take a spending back. */
  readonly leads: boolean;
  readonly done: () => void;
}) {
  const { spending, leads, done } = props;
  const { t } = useTranslation();
  const { person } = useMe();
  const { purpose, amount, spentOn, state, receipt, recordedBy } = spending;
  const why = spending.declineReason ?? spending.reverseReason;
  const isOthers = recordedBy?.id !== person.id;
  return (
    <Line
      title={purpose}
      aside={<Money of={amount} />}
      state={t(`me.spending.state.${state}`)}
      isGood={state === 'CONFIRMED'}
      actions={
        <>
          {state === 'WAITING' && isOthers && <Settle spending={spending} done={done} />}
          {state === 'CONFIRMED' && leads && <TakeBack spending={spending} done={done} />}
        </>
      }
    >
      <Flex vertical>
        <span>
          <Day of={spentOn} /> · {recordedBy?.displayName}
          {why && ` · ${t('me.reason', { reason: why })}`}
        </span>
        {receipt && (
          <a href={receipt.url} target="_blank" rel="noreferrer">
            {t('me.spending.paper')}
          </a>
        )}
      </Flex>
    </Line>
  );
}

/** A wrong one: as much is to be accounted for again, and everyone may read why. */
function TakeBack({ spending, done }: { readonly spending: Spending; readonly done: () => void }) {
  const { t } = useTranslation();
  const { id: spendingId, amount, purpose } = spending;
  return (
    <Ask
      document={MeReverseSpending}
      label={t('me.spending.reverse')}
      effect={
        <>
          {purpose}: <Money of={amount} />. {t('me.spending.reverse.effect')}
        </>
      }
      fields={[{ name: 'reason', label: t('me.why'), kind: 'lines', most: 2000 }]}
      input={({ reason }, idempotencyKey) => ({
        ...{ idempotencyKey, spendingId },
        reason: String(reason),
      })}
      done={done}
      isGrave
    />
  );
}

function Settle({ spending, done }: { readonly spending: Spending; readonly done: () => void }) {
  const { t } = useTranslation();
  const { id: spendingId, amount, purpose } = spending;
  return (
    <>
      <Ask
        document={MeConfirmSpending}
        label={t('me.spending.confirm')}
        effect={
          <>
            {purpose}: <Money of={amount} />. {t('me.spending.confirm.effect')}
          </>
        }
        input={(_typed, idempotencyKey) => ({ idempotencyKey, spendingId })}
        done={done}
        isPrimary
      />
      <Ask
        document={MeDeclineSpending}
        label={t('me.spending.decline')}
        fields={[{ name: 'reason', label: t('me.why'), kind: 'lines', most: 500 }]}
        input={({ reason }) => ({ spendingId, reason: String(reason) })}
        done={done}
        isGrave
      />
    </>
  );
}
