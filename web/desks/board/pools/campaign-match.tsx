import { useTranslation } from 'react-i18next';
import { BoardMatchReceived } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Money } from '../../kit/figures';
import { EffectOfWritten } from '../parts/effect';
import { Figures } from '../parts/figures-list';
import { useHolds } from '../parts/foundations';
import type { Campaign } from './campaigns';
import type { PoolShown } from './pool-page';

interface Props {
  readonly campaign: Campaign;
  readonly pool: PoolShown;
  readonly onDone: () => void;
}

const FIGURES = ['cap', 'matched', 'received', 'due', 'left'] as const;

/** What an enterprise adds to a campaign's gifts, and what of that has been paid. */
export function CampaignMatch({ campaign, pool, onDone }: Props) {
  const { t } = useTranslation();
  const isTreasurer = useHolds(pool.foundation.id, 'TREASURER');
  const { match } = campaign;
  if (!match) return null;
  const isDue = BigInt(match.due.minor) > 0n;
  return (
    <>
      <p className="board-says">
        {t('board.campaign.match', { name: match.enterprise.name, percent: match.percent })}
      </p>
      <Figures
        of={FIGURES.map((name) => ({
          name: t(`board.match.${name}`),
          value: <Money of={match[name]} />,
        }))}
      />
      {isDue && !isTreasurer && <p>{t('board.match.for-treasurer')}</p>}
      {isDue && isTreasurer && <Received {...{ campaign, pool, onDone }} />}
    </>
  );
}

/** Money of the enterprise has reached the bank: it is the pool's from then on. */
function Received({ campaign, pool, onDone }: Props) {
  const { t } = useTranslation();
  const { match, id } = campaign;
  if (!match) return null;
  const { currency, amount } = match.due;
  return (
    <div className="board-acts" style={{ marginBlockStart: 12 }}>
      <ActButton
        document={BoardMatchReceived}
        title={t('board.match.record')}
        button={{ size: 'small' }}
        keyed
        go={t('board.match.go')}
        given={{ campaignId: id }}
        effect={
          <EffectOfWritten
            says={t('board.match.effect', { name: match.enterprise.name, pool: pool.name })}
            from={t('board.match.due')}
            before={match.due}
          />
        }
        fields={[
          { name: 'amount', kind: 'money', label: t('board.amount'), first: amount },
          { name: 'receivedOn', kind: 'day', label: t('board.match.day') },
        ]}
        shape={({ amount: written, receivedOn }) => ({
          ...{ receivedOn, amount: { ...(written as object), currency } },
        })}
        onDone={onDone}
      />
    </div>
  );
}
