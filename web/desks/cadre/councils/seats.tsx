import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreConcludeRecall,
  CadreFillSeat,
  CadreOpenRecall,
  CadreSeats,
  CadreVacateSeat,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { Day } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRest } from '../../kit/use-rest';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { ResidentPicker } from '../parts/resident-picker';
import { useWhere } from '../where';
import type { OfCouncil, Whole } from './council';

type Seat = Whole['seats']['edges'][number]['node'];
type OfSeat = OfCouncil & {
  readonly seat: Seat;
  /** Whether somebody has followed on it. */
  readonly isFilled: boolean;
};

const SMALL = { size: 'small' as const };

/** Who sits, for which group, and until when; vacant seats are filled for the rest of the term. */
export function Seats({ council, again }: OfCouncil) {
  const { t } = useTranslation();
  const list = useRest(
    CadreSeats,
    { id: council.id },
    council.seats,
    ({ node }) => found(node)?.seats,
  );
  const seats = list.data;
  if (seats.length === 0) return null;
  return (
    <Part title={t('cadre.seats.title')}>
      <Lines
        lines={seats.map((seat) => ({
          ...{ key: seat.id, title: `${seat.number}. ${seat.name ?? ''}` },
          says: (
            <>
              {seat.group && `${seat.group.name} · `}
              <Day of={seat.validFrom} /> – <Day of={seat.validUntil} />
              {seat.endedBecause && ` · ${t(`cadre.seat-end.${seat.endedBecause}`)}`}
              {seat.recalls.edges.map(({ node }) => ` · ${t(`cadre.recall.${node.state}`)}`)}
            </>
          ),
          side: <SeatActs {...{ seat, council, again, isFilled: isFilled(seat, seats) }} />,
        }))}
      />
      <More list={list} of={t('cadre.seats.title')} />
    </Part>
  );
}

const isFilled = ({ number, validUntil }: Seat, seats: readonly Seat[]) =>
  seats.some((each) => each.number === number && each.validFrom >= validUntil);

const REASONS = ['RESIGNED', 'MOVED_AWAY', 'DIED'] as const;

function SeatActs({ seat, council, again, isFilled }: OfSeat) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { place } = council;
  if (!holds('CADRE', 'OFFICER') || council.dissolvedAt) return null;
  const community = place?.lineage.find(({ kind }) => kind === 'COMMUNITY');
  const label = t('cadre.resident');
  const recall = seat.recalls.edges.at(-1)?.node;
  return (
    <Flex gap="small" wrap className="no-print">
      {recall && <RecallAct {...{ recall, again }} />}
      {seat.endedBecause === null && (
        <ActButton
          document={CadreVacateSeat}
          title={t('cadre.vacate')}
          go={t('cadre.vacate')}
          button={SMALL}
          given={{ seatId: seat.id }}
          effect={t('cadre.vacate.effect')}
          danger
          onDone={again}
          fields={[
            {
              ...{ name: 'because', kind: 'choice', label: t('cadre.because') },
              options: REASONS.map((each) => ({ value: each, label: t(`cadre.seat-end.${each}`) })),
            },
            {
              ...{ name: 'validUntil', kind: 'day', label: t('cadre.valid-until') },
              first: localOf(new Date()).slice(0, 10),
            },
          ]}
        />
      )}
      {seat.endedBecause !== null && !isFilled && (
        <ActButton
          document={CadreFillSeat}
          title={t('cadre.fill')}
          go={t('cadre.fill')}
          button={SMALL}
          given={{ seatId: seat.id }}
          effect={t('cadre.fill.effect')}
          onDone={again}
          fields={[
            {
              ...{ name: 'residentId', kind: 'own', label },
              control: <ResidentPicker communityId={community?.id ?? ''} label={label} />,
            },
          ]}
        />
      )}
    </Flex>
  );
}

type Recall = Seat['recalls']['edges'][number]['node'];

/** A demand that enough have signed is voted on; afterwards the seat is kept or lost. */
function RecallAct({ recall, again }: { readonly recall: Recall; readonly again: () => void }) {
  const { t } = useTranslation();
  const { id, state, signatures, needed, ground, ballot } = recall;
  if (state === 'GATHERING' && signatures >= needed)
    return (
      <ActButton
        document={CadreOpenRecall}
        title={t('cadre.recall.open')}
        go={t('cadre.recall.open')}
        button={SMALL}
        given={{ recallId: id }}
        effect={t('cadre.recall.effect', { ground, signatures, needed })}
        danger
        onDone={again}
        fields={[
          { name: 'question', kind: 'line', label: t('cadre.ask.question') },
          {
            ...{ name: 'closesAt', kind: 'moment', label: t('cadre.closes-at') },
            first: localOf(new Date(Date.now() + 7 * 86_400_000)),
          },
        ]}
      />
    );
  if (state !== 'VOTING' || !ballot || new Date(ballot.closesAt) > new Date()) return null;
  return (
    <ActButton
      document={CadreConcludeRecall}
      title={t('cadre.recall.conclude')}
      go={t('cadre.recall.conclude')}
      button={SMALL}
      given={{ recallId: id }}
      effect={t('cadre.close-ballot.effect')}
      danger
      onDone={again}
    />
  );
}
