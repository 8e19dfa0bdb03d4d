import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { TillSettleShift, type TillShiftFragment } from '../../generated/operations';
import { ActButton } from '../kit/act-form';
import { useSecond } from './second';

/** A second person says what became of a shift's differences; it is seen before what that does. */
export function SettleShift(props: {
  readonly shift: TillShiftFragment;
  readonly done: () => void;
}) {
  const { shift, done } = props;
  const { t } = useTranslation();
  const who = useSecond([shift.clerk, shift.closedBy]);
  if (!shift.differs || shift.settledAt) return null;
  if (who !== 'second') return <Typography.Text>{t(`store.settle.${who}`)}</Typography.Text>;
  return (
    <div>
      <ActButton
        document={TillSettleShift}
        title={t('store.settle')}
        button={{ 'aria-label': t('store.settle.of', { name: shift.clerk?.displayName ?? '' }) }}
        given={{ shiftId: shift.id }}
        fields={[
          { name: 'note', kind: 'text', label: t('store.settle.note') },
          { name: 'count', kind: 'yes', label: t('store.settle.count') },
        ]}
        effect={
          <>
            <Typography.Paragraph>{t('store.settle.effect')}</Typography.Paragraph>
            {t('store.settle.effect.count')}
          </>
        }
        go={t('store.settle')}
        onDone={done}
      />
    </div>
  );
}
