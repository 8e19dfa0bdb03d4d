import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  TillApproveStockTake,
  TillDeclineStockTake,
  type TillStockTakeFragment,
} from '../../generated/operations';
import { ActButton } from '../kit/act-form';

/** The second person lets the books follow what was counted, or does not. */
export function DecideStockTake(props: {
  readonly take: TillStockTakeFragment;
  readonly done: () => void;
}) {
  const { take, done } = props;
  const { t } = useTranslation();
  return (
    <Flex gap="small" wrap>
      <ActButton
        document={TillApproveStockTake}
        title={t('till.stock-take.approve')}
        button={{ type: 'primary' }}
        given={{ stockTakeId: take.id }}
        effect={<Typography.Text>{t('till.stock-take.approve.effect')}</Typography.Text>}
        go={t('till.stock-take.approve')}
        keyed
        onDone={done}
      />
      <ActButton
        document={TillDeclineStockTake}
        title={t('till.stock-take.decline')}
        given={{ stockTakeId: take.id }}
        fields={[{ name: 'reason', kind: 'text', label: t('till.stock-take.reason') }]}
        effect={<Typography.Text>{t('till.stock-take.decline.effect')}</Typography.Text>}
        go={t('till.stock-take.decline')}
        danger
        onDone={done}
      />
    </Flex>
  );
}
