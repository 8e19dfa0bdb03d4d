import { useTranslation } from 'react-i18next';
import {
  EnterprisePlaces,
  type EnterprisePoolFragment,
  EnterprisePools,
  type EnterprisePoolsQuery,
} from '../../generated/operations';
import { found } from '../kit/found';
import { Nothing, Page, Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';
import { useEnterprise } from './enterprises';
import { PlanForm } from './plan-form';

/** A new plan: which pools, with which weights, from which day on. */
export function PlanPage() {
  const { t } = useTranslation();
  const { id } = useEnterprise();
  const seat = useRead(EnterprisePlaces, { id });
  const placeId = found(seat.data?.node)?.place.id;
  const pools = useRead(EnterprisePools, { id: placeId ?? '' }, placeId === undefined);
  return (
    <Page title={t('enterprise.plan.new')}>
      <Shown read={seat} rows={8}>
        {({ node }) => {
          const lineage = found(node)?.place.lineage ?? [];
          const books = [...lineage].reverse().filter(({ keepsBooks }) => keepsBooks);
          if (books.length === 0) return <Nothing says={t('enterprise.no-books')} />;
          return (
            <Shown read={pools} rows={8}>
              {(data) => <PlanForm enterpriseId={id} books={books} pools={openPools(data)} />}
            </Shown>
          );
        }}
      </Shown>
    </Page>
  );
}

/** The open pools of the place, of its neighbours and of what they lie in, its own first. */
function openPools({ node }: EnterprisePoolsQuery): readonly EnterprisePoolFragment[] {
  const place = found(node);
  const own = place?.pools.edges ?? [];
  const above = place?.parent?.pools.edges ?? [];
  const around = place?.parent?.places.edges.flatMap(({ node: near }) => near.pools.edges) ?? [];
  const all = [...own, ...around, ...above].map((edge) => edge.node);
  const open = all.filter(
    ({ closedOn, purpose, currency }) =>
      closedOn === null && purpose !== 'PUBLIC_FUND' && currency === 'CNY',
  );
  return [...new Map(open.map((pool) => [pool.id, pool])).values()];
}
