import { useTranslation } from 'react-i18next';
import { MeSeats } from '../../../generated/operations';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Part } from '../../kit/part';
import { useRest } from '../../kit/use-rest';
import { Line, Lines } from '../parts/line';
import type { Council } from './council-page';
import { Demand, openRecallOf, Recall, type Seat } from './recall';
import { wasElected } from './was-elected';

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
  return (
    <Part title={t('me.council.members')}>
      {list.data.length === 0 && <span>{t('me.council.nobody')}</span>}
      <Lines>
        {list.data.map((seat) => (
          <SeatLine key={seat.id} seat={seat} again={again} />
        ))}
      </Lines>
      <More list={list} of={t('me.council.members')} />
      {wasElected(council) && <Demand seats={list.data} again={again} />}
    </Part>
  );
}

function SeatLine({ seat, again }: { readonly seat: Seat; readonly again: () => void }) {
  const { t } = useTranslation();
  const { number, name } = seat;
  const last = seat.recalls.edges.at(-1)?.node;
  const recall = openRecallOf(seat);
  return (
    <Line
      title={t('me.council.member', { number, who: name })}
      state={last && t(`me.recall.${last.state}`)}
    >
      {recall && <Recall recall={recall} again={again} />}
    </Line>
  );
}
