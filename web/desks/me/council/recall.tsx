import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  MeCoSignRecall,
  MeDemandRecall,
  type MeRecallFragment,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Moment } from '../../kit/figures';
import { Ask } from '../parts/ask';
import { Bar } from '../parts/bar';
import type { Council } from './council-page';

export type Seat = Council['seats']['edges'][number]['node'];

const OPEN: readonly MeRecallFragment['state'][] = ['GATHERING', 'VOTING'];

/** The demand that is open about a seat, if one is. */
export function openRecallOf(seat: Seat): MeRecallFragment | null {
  const last = seat.recalls.edges.at(-1)?.node;
  return last && OPEN.includes(last.state) ? last : null;
}

/** At the end of those who were elected: that one of the seats is voted on again. */
export function Demand(props: { readonly seats: readonly Seat[]; readonly again: () => void }) {
  const { t } = useTranslation();
  const { residence } = useMe();
  const seats = props.seats.filter(
    (seat) => seat.resident?.id !== residence?.id && !openRecallOf(seat),
  );
  if (!residence || seats.length === 0) return null;
  return (
    <div className="no-print">
      <Ask
        document={MeDemandRecall}
        label={t('me.recall.demand')}
        effect={t('me.recall.demand.effect')}
        fields={[
          {
            ...{ name: 'seat', label: t('me.recall.seat'), kind: 'choice' },
            options: seats.map(({ id, number, name }) => ({
              ...{ value: id, label: t('me.council.member', { number, who: name }) },
            })),
          },
          { name: 'ground', label: t('me.why'), kind: 'lines', most: 2000 },
        ]}
        input={({ seat, ground }) => ({ seatId: String(seat), ground: String(ground) })}
        done={props.again}
        isGrave
        isQuiet
      />
    </div>
  );
}

/** Why it was demanded, how many have signed and how many are missing, and one's own name. */
export function Recall(props: { readonly recall: MeRecallFragment; readonly again: () => void }) {
  const { recall, again } = props;
  const { t } = useTranslation();
  const { id, state, ground, signatures, needed, gathersUntil, ballot } = recall;
  const missing = Math.max(0, needed - signatures);
  const says = t('me.recall.names', { signatures, needed, count: missing });
  return (
    <Flex vertical gap="small" align="start">
      <span>{t('me.recall.ground', { ground })}</span>
      {state === 'GATHERING' && (
        <>
          <span>
            {says} · {t('me.recall.until')} <Moment of={gathersUntil} />
          </span>
          <Bar percent={Math.round((100 * signatures) / Math.max(1, needed))} says={says} />
          {missing > 0 && (
            <Ask
              document={MeCoSignRecall}
              label={t('me.recall.sign')}
              effect={t('me.recall.sign.effect', { ground })}
              input={() => ({ recallId: id })}
              done={again}
            />
          )}
        </>
      )}
      {ballot && (
        <Link to={`/me/votes/${encodeURIComponent(ballot.id)}`}>{t('me.recall.ballot')}</Link>
      )}
    </Flex>
  );
}
