import { Badge, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EnterpriseCampaignFragment } from '../../generated/operations';
import { daysAfter } from '../../kit/days';
import { Count, Day, Money } from '../kit/figures';
import { useEnterprise } from './enterprises';
import { PromiseMatch } from './promise-match';

interface Props {
  readonly of: EnterpriseCampaignFragment;
  readonly onDone: () => void;
}

const MARKS = { RUNNING: 'success', UPCOMING: 'processing', ENDED: 'default' } as const;

/** A campaign: what it asks for, how far it is, and who matches its gifts. */
export function CampaignCard({ of, onDone }: Props) {
  const { t } = useTranslation();
  const { isDirector } = useEnterprise();
  const { title, state, story, pool, raised, goal, giftCount, startsOn, endsOn, match } = of;
  return (
    <Card
      size="small"
      title={<span className="ent-title">{title}</span>}
      extra={<Badge status={MARKS[state]} text={t(`enterprise.campaign.${state}`)} />}
    >
      <p className="ent-text">{story}</p>
      <p>
        {pool.foundation.name} · {pool.name}
      </p>
      <p>
        {t('enterprise.campaign.raised')} <Money of={raised} />
        {goal && (
          <>
            {' / '}
            <Money of={goal} />
          </>
        )}
        {' · '}
        {t('enterprise.campaign.gifts')} <Count of={giftCount} /> · <Day of={startsOn} /> –{' '}
        {endsOn && <Day of={daysAfter(endsOn, -1)} />}
      </p>
      {match && <Matched match={match} />}
      {!match && state !== 'ENDED' && isDirector && <PromiseMatch of={of} onDone={onDone} />}
      {!match && (state === 'ENDED' || !isDirector) && <p>{t('enterprise.match.nobody')}</p>}
    </Card>
  );
}

const FIGURES = ['cap', 'matched', 'received', 'due', 'left'] as const;

/** Whose match it is; of its own an enterprise sees what it still owes. */
function Matched({ match }: { readonly match: NonNullable<EnterpriseCampaignFragment['match']> }) {
  const { t } = useTranslation();
  const { id } = useEnterprise();
  const { enterprise, percent } = match;
  if (enterprise.id !== id)
    return <p>{t('enterprise.match.other', { name: enterprise.name, percent })}</p>;
  return (
    <>
      <Flex justify="space-between" gap="small" wrap>
        <strong>{t('enterprise.match.own', { percent })}</strong>
        {match.due.minor !== '0' && <Badge status="warning" text={t('enterprise.match.pay')} />}
      </Flex>
      <dl className="ent-figures">
        {FIGURES.map((name) => (
          <div key={name}>
            <dt>{t(`enterprise.match.${name}`)}</dt>
            <dd>
              <Money of={match[name]} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
