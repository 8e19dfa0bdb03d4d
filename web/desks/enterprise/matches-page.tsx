import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { EnterpriseCampaigns, EnterprisePlaces } from '../../generated/operations';
import { found } from '../kit/found';
import { Listed } from '../kit/listed';
import { Nothing, Page, Shown } from '../kit/shown';
import { useList } from '../kit/use-list';
import { useRead } from '../kit/use-read';
import { CampaignCard } from './campaign-card';
import { useEnterprise } from './enterprises';

/** Campaigns nearby: what the enterprise matches of them, and what it may promise to match. */
export function MatchesPage() {
  const { t } = useTranslation();
  const { id, isDirector } = useEnterprise();
  const read = useRead(EnterprisePlaces, { id });
  return (
    <Page title={t('enterprise.matches')}>
      <p className="ent-lead">
        {t(isDirector ? 'enterprise.matches.says' : 'enterprise.matches.director')}
      </p>
      <Shown read={read} rows={8}>
        {({ node }) => {
          const lineage = found(node)?.place.lineage ?? [];
          const books = [...lineage].reverse().filter(({ keepsBooks }) => keepsBooks);
          if (books.length === 0) return <Nothing says={t('enterprise.no-books')} />;
          return books.map((place) => <CampaignsIn key={place.id} place={place} />);
        }}
      </Shown>
    </Page>
  );
}

function CampaignsIn({
  place,
}: {
  readonly place: { readonly id: string; readonly name: string };
}) {
  const { t } = useTranslation();
  const list = useList(
    EnterpriseCampaigns,
    { placeId: place.id },
    ({ node }) => found(node)?.campaigns,
  );
  return (
    <Card>
      <h2 className="ent-heading">{place.name}</h2>
      <Listed list={list} empty={<Nothing says={t('enterprise.matches.none')} />}>
        {(campaigns) => (
          <ul className="ent-cards">
            {campaigns.map((campaign) => (
              <li key={campaign.id}>
                <CampaignCard of={campaign} onDone={list.again} />
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Card>
  );
}
