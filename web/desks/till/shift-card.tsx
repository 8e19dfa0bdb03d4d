import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TillShiftFragment } from '../../generated/operations';
import { Moment } from '../kit/figures';
import { useBase } from './base';
import { Mark } from './mark';
import { SettleShift } from './settle-shift';
import { ShiftDifferences } from './shift-differences';

/** A shift that is over: what it did, what did not agree, and what became of that. */
export function ShiftCard(props: {
  readonly shift: TillShiftFragment;
  readonly done: () => void;
  readonly as?: 'li' | 'section';
}) {
  const { shift, done, as: Card = 'li' } = props;
  const { t } = useTranslation();
  const base = useBase();
  const { timeZone } = shift.store.place;
  return (
    <Card className="till-card">
      <Flex gap="small" wrap align="center">
        <strong>{shift.clerk?.displayName}</strong>
        <Moment of={shift.openedAt} timeZone={timeZone} />
        <ShiftState shift={shift} />
      </Flex>
      <Typography.Text>{t('till.shift.sums', { ...shift.sums })}</Typography.Text>
      <ShiftDifferences shift={shift} />
      {shift.note && <Typography.Text>{shift.note}</Typography.Text>}
      {shift.settledAt && (
        <Typography.Text>
          {t('store.settled.by', { name: shift.settledBy?.displayName ?? '' })}{' '}
          <Moment of={shift.settledAt} timeZone={timeZone} /> · {shift.settledNote}
        </Typography.Text>
      )}
      {shift.stockTake && (
        <Link to={`${base.replace('/store', '')}/stock-takes/${shift.stockTake.id}`}>
          {t('store.settled.count')}
        </Link>
      )}
      <SettleShift shift={shift} done={done} />
    </Card>
  );
}

function ShiftState({ shift }: { readonly shift: TillShiftFragment }) {
  const { t } = useTranslation();
  if (!shift.differs) return <Mark as="good">{t('till.shift.agrees')}</Mark>;
  if (shift.settledAt) return <Mark as="plain">{t('till.shift.settled')}</Mark>;
  return <Mark as="careful">{t('till.shift.differs')}</Mark>;
}
