import { useTranslation } from 'react-i18next';
import {
  EnterpriseNear,
  EnterprisePlaces,
  type EnterprisePlacesQuery,
  type EnterprisePoolFragment,
  EnterprisePools,
} from '../../generated/operations';
import { type Found, found } from '../kit/found';
import { Nothing, Page, Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';
import { useWhole } from '../kit/use-whole';
import { useEnterprise } from './enterprises';
import { PlanForm } from './plan-form';

type Lineage = Found<EnterprisePlacesQuery['node']>['place']['lineage'];

/** A new plan: which pools, with which weights, from which day on. */
export function PlanPage() {
  const { t } = useTranslation();
  const { id } = useEnterprise();
  const seat = useRead(EnterprisePlaces, { id });
  return (
    <Page title={t('enterprise.plan.new')}>
      <Shown read={seat} rows={8}>
        {({ node }) => <PlanAt lineage={found(node)?.place.lineage ?? []} />}
      </Shown>
    </Page>
  );
}

/** In the books of the places that the enterprise lies in, the nearest first. */
function PlanAt({ lineage }: { readonly lineage: Lineage }) {
  const { t } = useTranslation();
  const { id } = useEnterprise();
  const upwards = [...lineage].reverse();
  const [place, parent] = upwards.map((each) => each.id);
  const around = useWhole(
    EnterpriseNear,
    parent ? [{ placeId: parent }] : [],
    ({ node }) => found(node)?.places,
  );
  const near = around.data?.map((each) => each.id) ?? [];
  const places = [...new Set([place, ...near, parent])].filter((each) => each !== undefined);
  const pools = useWhole(
    EnterprisePools,
    around.data ? places.map((placeId) => ({ placeId })) : [],
    ({ node }) => found(node)?.pools,
  );
  const books = upwards.filter(({ keepsBooks }) => keepsBooks);
  if (books.length === 0) return <Nothing says={t('enterprise.no-books')} />;
  return (
    <Shown read={around.data ? pools : { ...around, data: undefined }} rows={8}>
      {(all) => <PlanForm enterpriseId={id} books={books} pools={all.filter(isOpen)} />}
    </Shown>
  );
}

const isOpen = ({ closedOn, purpose, currency }: EnterprisePoolFragment) =>
  closedOn === null && purpose !== 'PUBLIC_FUND' && currency === 'CNY';
