import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  MeCoSignRecall,
  MeDemandRecall,
  type MeRecallFragment,
  MeSeats,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Part } from '../../kit/part';
import { useRest } from '../../kit/use-rest';
import { Ask } from '../parts/ask';
import { Bar } from '../parts/bar';
import { Line, Lines } from '../parts/line';
import type { Council } from './council-page';

type Seat = Council['seats']['edges'][number]['node'];

interface OfSeat {
  readonly seat: Seat;
  readonly again: () => void;
}

/** Who sits in a council; whoever chose a member may demand that it is voted on again. */
export function Members(props: {
  readonly council: Council;
  readonly today: string;
  readonly again: () => void;
}) {
  const { council, today, again } = props;
  const { t } = useTranslation();
  const list = useRest(
    MeSeats,
    { id: council.id, today },
    council.seats,
    ({ node }) => found(node, 'seats')?.seats,
  );
  const isElected = council.elections.edges.length > 0;
  return (
    <Part title={t('me.council.members')}>
      {list.data.length === 0 && <span>{t('me.council.nobody')}</span>}
      <Lines>
        {list.data.map((seat) => (
          <SeatLine key={seat.id} seat={seat} isElected={isElected} again={again} />
        ))}
      </Lines>
      <More list={list} of={t('me.council.members')} />
    </Part>
  );
}

const OPEN: readonly MeRecallFragment['state'][] = ['GATHERING', 'VOTING'];

/** Only where a council was elected has a seat electors. */
function SeatLine({ seat, isElected, again }: OfSeat & { readonly isElected: boolean }) {
  const { t } = useTranslation();
  const { residence } = useMe();
  const { number, name, resident } = seat;
  const last = seat.recalls.edges.at(-1)?.node;
  const recall = last && OPEN.includes(last.state) ? last : null;
  const mayDemand = isElected && residence !== null && resident?.id !== residence.id;
  return (
    <Line
      title={t('me.council.member', { number, who: name })}
      state={last && t(`me.recall.${last.state}`)}
      actions={mayDemand && !recall && <Demand seat={seat} again={again} />}
    >
      {recall && <Recall recall={recall} again={again} />}
    </Line>
  );
}

function Demand({ seat: { id, name }, again }: OfSeat) {
  const { t } = useTranslation();
  return (
    <Ask
      document={MeDemandRecall}
      label={t('me.recall.demand')}
      effect={t('me.recall.demand.effect', { who: name })}
      fields={[{ name: 'ground', label: t('me.why'), kind: 'lines', most: 2000 }]}
      input={({ ground }) => ({ seatId: id, ground: String(ground) })}
      done={again}
      isGrave
    />
  );
}

/** Why it was demanded, how many have signed and how many are missing, and one's own name. */
function Recall(props: { readonly recall: MeRecallFragment; readonly again: () => void }) {
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
