import { Badge, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type EnterprisePlanFragment, EnterprisePlans } from '../../generated/operations';
import { todayIn } from '../../kit/days';
import { Day } from '../kit/figures';
import { found } from '../kit/found';
import { Listed } from '../kit/listed';
import { Nothing, Page } from '../kit/shown';
import { useList } from '../kit/use-list';
import { useEnterprise } from './enterprises';
import { Weights } from './weights';

/** How remittances are shared now, will be, and were. */
export function PlansPage() {
  const { t } = useTranslation();
  const { id, isDirector } = useEnterprise();
  const list = useList(EnterprisePlans, { id }, ({ node }) => found(node)?.routingPlans ?? null);
  const set = isDirector && (
    <Link to="/enterprise/plans/new">
      <Button type="primary" tabIndex={-1}>
        {t('enterprise.plan.new')}
      </Button>
    </Link>
  );
  return (
    <Page title={t('enterprise.plans')} actions={set}>
      {!isDirector && <p className="ent-lead">{t('enterprise.plans.director')}</p>}
      <Listed list={list} empty={<Nothing says={t('enterprise.plans.none')} />}>
        {(plans) => (
          <ul className="ent-cards">
            {plans.map((plan) => (
              <li key={plan.id}>
                <PlanCard of={plan} state={stateOf(plan, plans)} />
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

type State = 'now' | 'later' | 'before';

/** Of the plans that have begun, the latest holds; of one day's, the one set last. */
function stateOf(plan: EnterprisePlanFragment, plans: readonly EnterprisePlanFragment[]): State {
  const today = todayIn('Asia/Shanghai');
  if (plan.validFrom > today) return 'later';
  const rank = ({ validFrom, version }: EnterprisePlanFragment) =>
    `${validFrom} ${String(version).padStart(6, '0')}`;
  const beaten = plans.some(
    (other) =>
      other.place.id === plan.place.id &&
      other.currency === plan.currency &&
      other.validFrom <= today &&
      rank(other) > rank(plan),
  );
  return beaten ? 'before' : 'now';
}

const MARKS = { now: 'success', later: 'processing', before: 'default' } as const;

function PlanCard(props: { readonly of: EnterprisePlanFragment; readonly state: State }) {
  const { of, state } = props;
  const { t } = useTranslation();
  return (
    <Card
      size="small"
      title={
        <span className="ent-title">
          {t('enterprise.plan.since')} <Day of={of.validFrom} />
        </span>
      }
      extra={<Badge status={MARKS[state]} text={t(`enterprise.plan.${state}`)} />}
    >
      <Weights of={of.shares} />
    </Card>
  );
}
