import { Card, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  BoardCampaigns,
  type BoardCampaignsQuery,
  BoardEndCampaign,
  BoardOpenCampaign,
} from '../../../generated/operations';
import { daysAfter } from '../../../kit/days';
import { partOf } from '../../../kit/sums';
import { ActButton } from '../../kit/act-form';
import { Day, Money } from '../../kit/figures';
import { useList } from '../../kit/use-list';
import { useHolds } from '../parts/foundations';
import { Listed } from '../../kit/listed';
import { State } from '../parts/state';
import { CampaignMatch } from './campaign-match';
import type { PoolShown } from './pool-page';

export type Campaign = Extract<
  NonNullable<BoardCampaignsQuery['node']>,
  { campaigns: unknown }
>['campaigns']['edges'][number]['node'];

/** The campaigns of a pool: what they raised; a new one is opened here, and one is ended. */
export function Campaigns({ pool }: { readonly pool: PoolShown }) {
  const { t } = useTranslation();
  const mayOpen = useHolds(pool.foundation.id, 'CHAIR', 'SECRETARY');
  const list = useList(BoardCampaigns, { id: pool.id }, ({ node }) =>
    node && 'campaigns' in node ? node.campaigns : null,
  );
  return (
    <Flex vertical gap="middle" align="stretch">
      {mayOpen && !pool.closedOn && (
        <div>
          <OpenCampaign pool={pool} onDone={list.again} />
        </div>
      )}
      <Listed list={list} empty={t('board.campaigns.empty')}>
        {(campaigns) => (
          <ul className="board-cards">
            {campaigns.map((campaign) => (
              <li key={campaign.id}>
                <CampaignCard {...{ campaign, pool }} mayEnd={mayOpen} onDone={list.again} />
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Flex>
  );
}

function OpenCampaign({ pool, onDone }: { readonly pool: PoolShown; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <ActButton
      document={BoardOpenCampaign}
      title={t('board.campaign.open')}
      button={{ type: 'primary' }}
      go={t('board.campaign.go')}
      given={{ poolId: pool.id }}
      effect={t('board.campaign.effect', { pool: pool.name })}
      fields={[
        { name: 'title', kind: 'line', label: t('board.campaign.title') },
        { name: 'story', kind: 'text', label: t('board.campaign.story') },
        { name: 'goal', kind: 'money', label: t('board.campaign.goal'), optional: true },
        { name: 'startsOn', kind: 'day', label: t('board.campaign.starts') },
        { name: 'endsOn', kind: 'day', label: t('board.campaign.ends'), optional: true },
      ]}
      shape={(written) => ({
        ...written,
        // People name the last day; the API takes the day after it.
        ...(written.endsOn !== undefined && { endsOn: daysAfter(String(written.endsOn), 1) }),
        ...(written.goal !== undefined && {
          goal: { ...(written.goal as object), currency: pool.currency },
        }),
      })}
      onDone={onDone}
    />
  );
}

function CampaignCard(props: {
  readonly campaign: Campaign;
  readonly pool: PoolShown;
  readonly mayEnd: boolean;
  readonly onDone: () => void;
}) {
  const { campaign, pool, mayEnd, onDone } = props;
  const { t } = useTranslation();
  const { raised, goal } = campaign;
  const share = goal ? Math.floor(partOf(BigInt(raised.minor), BigInt(goal.minor)) * 100) : 0;
  return (
    <Card size="small">
      <div className="board-line">
        <strong>{campaign.title}</strong>
        <State words="board.campaign." of={campaign.state} />
      </div>
      <p className="board-text">{campaign.story}</p>
      {goal && <Progress percent={Math.min(100, share)} aria-label={campaign.title} />}
      <p>
        {t('board.campaign.raised')} <Money of={raised} />
        {goal && (
          <>
            {' / '}
            <Money of={goal} />
          </>
        )}
        {' · '}
        {t('board.campaign.gifts', { count: campaign.giftCount })}
        {' · '}
        <Day of={campaign.startsOn} /> –{' '}
        {campaign.endsOn && <Day of={daysAfter(campaign.endsOn, -1)} />}
      </p>
      <CampaignMatch campaign={campaign} pool={pool} onDone={onDone} />
      {mayEnd && campaign.state !== 'ENDED' && (
        <ActButton
          document={BoardEndCampaign}
          title={t('board.campaign.end')}
          go={t('board.campaign.end')}
          danger
          given={{ campaignId: campaign.id }}
          effect={t('board.campaign.end.effect', { title: campaign.title })}
          onDone={onDone}
        />
      )}
    </Card>
  );
}
