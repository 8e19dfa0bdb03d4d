import { randomUUID } from 'node:crypto';
import { toGlobalId } from '../../../src/kernel/global-id';
import { CHINESE, ENGLISH } from '../../../src/payments/stand-in/page-words';
import { payOn, until } from '../../server/givers';
import { askAs } from './board';
import type { Desk, Stage } from './stage';

/** What the demo asks for, and where; its names are data, and the same in both languages. */
export interface Places {
  readonly slug: string;
  /** The campaign that an enterprise matches. */
  readonly campaign: { readonly title: string; readonly path: string; readonly id: string };
  readonly pool: { readonly path: string };
  /** A grant that was awarded and of which nothing is paid yet. */
  readonly grant: {
    readonly title: string;
    readonly milestone: string;
    /** What its first part comes to, in yuan. */
    readonly part: string;
    readonly path: string;
    readonly id: string;
    readonly trancheId: string;
  };
}

interface Row {
  readonly communityId: string;
  readonly slug: string;
  readonly id: string;
  readonly title: string;
  readonly trancheId: string;
  readonly milestone: string;
  readonly part: string;
}

export async function placesOf({ database: { dataSource } }: Stage): Promise<Places> {
  const [campaign]: Row[] = await dataSource.query(
    `select community_id "communityId", slug, campaign.id, title from campaign
     join place on place.id = community_id where match_enterprise_id is not null`,
  );
  const [pool]: Row[] = await dataSource.query(
    `select id from pool where community_id = $1 and purpose = 'welfare'`,
    [campaign!.communityId],
  );
  const [grant]: Row[] = await dataSource.query(
    `select tranche.community_id "communityId", slug, pool_grant.id, title, milestone,
       (tranche.minor / 100.0)::numeric(12, 2)::text part, tranche.id "trancheId"
     from tranche
     join pool_grant on pool_grant.community_id = tranche.community_id
       and pool_grant.id = tranche.application_id and pool_grant.state = 'active'
     join place on place.id = tranche.community_id
     where tranche.n = 1 and not exists (select from disbursement paid
       where paid.community_id = tranche.community_id and paid.tranche_id = tranche.id)
     order by pool_grant.id limit 1`,
  );
  const ofCampaign = idOf('Campaign', campaign!);
  const ofGrant = idOf('Grant', grant!);
  return {
    slug: campaign!.slug,
    campaign: {
      ...{ title: campaign!.title, id: ofCampaign },
      path: `/give/${campaign!.slug}/${ofCampaign}`,
    },
    pool: { path: `/give/${campaign!.slug}/${idOf('Pool', { ...campaign!, ...pool })}` },
    grant: {
      ...{ title: grant!.title, milestone: grant!.milestone, part: grant!.part },
      ...{ id: ofGrant, path: `/give/${grant!.slug}/${ofGrant}` },
      trancheId: toGlobalId('Tranche', grant!.communityId, grant!.trancheId),
    },
  };
}

const idOf = (type: string, { communityId, id }: Row) => toGlobalId(type, communityId, id);

const START = `mutation ($input: StartDonationInput!) { startDonation(input: $input) {
  donation { followToken } checkoutUrl userErrors { code } } }`;

/** Gives over the API and, if wished, pays; answers the word of the follow link. */
export async function giveThere(
  stage: Stage,
  more: object,
  pays: 'pay' | 'pending' | null = 'pay',
): Promise<string> {
  const input = {
    ...{ idempotencyKey: randomUUID(), schedule: 'ONCE', locale: 'ZH_CN' },
    ...{ amount: { amount: '100', currency: 'CNY' }, name: '赵敏', ...more },
  };
  type Started = { startDonation: { donation: { followToken: string }; checkoutUrl: string } };
  const { startDonation } = await askAs<Started>(stage, null, START, { input });
  if (pays) await fetch(await payOn(startDonation.checkoutUrl, pays));
  return startDonation.donation.followToken;
}

const RECEIVE = `mutation ($input: ReceiveGoodsGiftInput!) { receiveGoodsGift(input: $input) {
  followToken userErrors { code } } }`;

/** A neighbour brings goods to the clerk's store; answers the word of their slip. */
export async function giveGoods(stage: Stage): Promise<string> {
  const [of]: (Row & { readonly storeId: string })[] = await stage.database.dataSource.query(
    `select lot.community_id "communityId", lot.store_id "storeId", lot.product_id id from lot
     join store on store.community_id = lot.community_id and store.id = lot.store_id
     join membership on membership.organisation_id = store.operator_id
     join person on person.id = membership.person_id and person.login = 'clerk' limit 1`,
  );
  const input = {
    ...{ idempotencyKey: randomUUID(), giverName: '周先生' },
    storeId: toGlobalId('Store', of!.communityId, of!.storeId),
    lines: [{ productId: idOf('Product', of!), quantity: 5 }],
  };
  type Received = { receiveGoodsGift: { followToken: string } };
  const { receiveGoodsGift } = await askAs<Received>(stage, 'clerk', RECEIVE, { input });
  return receiveGoodsGift.followToken;
}

/** The words of the payment page, which is not ours: it stands in for the processor's. */
export const payWords = ({ screen }: Desk) => (screen.language === 'en' ? ENGLISH : CHINESE);

/** Presses a button of the payment page. */
export async function press(desk: Desk, act: 'pay' | 'cancel' | 'fail'): Promise<void> {
  const name = payWords(desk)[act];
  // Not `waitForURL`: pressed twice, the first way there is given up for the second.
  await until(
    () => Promise.resolve(desk.page.url()),
    (url) => url.includes('/pay/'),
  );
  await desk.page.getByRole('button', { name, exact: true }).click();
}
