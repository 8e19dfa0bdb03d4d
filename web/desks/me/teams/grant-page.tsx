import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MeGrant, type MeGrantQuery } from '../../../generated/operations';
import { Day, Moment, Money } from '../../kit/figures';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { type Found, found } from '../../kit/found';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import { Facts } from '../parts/facts';
import { Spendings } from './spendings';
import { StateTag } from '../parts/state-tag';

export type Grant = Found<MeGrantQuery['node']>;

/** A grant of my team: its parts with their milestones, and what was spent of it. */
export function GrantPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(MeGrant, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const grant = found(node, 'accountedFor');
        return grant ? (
          <OneGrant grant={grant} again={read.again} />
        ) : (
          <Nothing says={t('desk.not-here')} />
        );
      }}
    </Shown>
  );
}

function OneGrant({ grant, again }: { readonly grant: Grant; readonly again: () => void }) {
  const { t } = useTranslation();
  const { title, state, amount, paid, accountedFor, unaccounted, pool, tranches } = grant;
  return (
    <Page title={title}>
      <div>
        <StateTag isGood={state === 'ACTIVE'}>{t(`me.grant.state.${state}`)}</StateTag>
      </div>
      <Facts
        of={[
          [t('me.grant.amount'), <Money key="amount" of={amount} />],
          [t('me.grant.paid'), <Money key="paid" of={paid} />],
          [t('me.grant.accounted'), <Money key="accounted" of={accountedFor} />],
          [t('me.grant.unaccounted'), <Money key="open" of={unaccounted} />],
          [t('me.apply.pool'), pool.name],
        ]}
      />
      <Part title={t('me.apply.tranches')}>
        <Lines>
          {tranches.map((tranche) => {
            const { dueOn, acceptedAt, evidence, title: reached } = tranche.milestone;
            return (
              <Line
                key={tranche.id}
                title={reached}
                aside={<Money of={tranche.amount} />}
                state={t(acceptedAt ? 'me.milestone.accepted' : `me.tranche.${tranche.state}`)}
                isGood={acceptedAt !== null}
              >
                <Flex vertical>
                  <span>
                    {t('me.council.until')} <Day of={dueOn} />
                    {tranche.paidAt && (
                      <>
                        {' · '}
                        {t('me.grant.paid')} <Moment of={tranche.paidAt} />
                      </>
                    )}
                  </span>
                  {evidence && <span>{evidence}</span>}
                </Flex>
              </Line>
            );
          })}
        </Lines>
      </Part>
      <Spendings grant={grant} again={again} />
    </Page>
  );
}
