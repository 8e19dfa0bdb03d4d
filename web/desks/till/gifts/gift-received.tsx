import { Button, Flex, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TillGiftFragment } from '../../../generated/operations';
import { SlipLink } from './slip-link';

/** It is received: the slip for the giver, and the next one. */
export function GiftReceived(props: {
  readonly gift: TillGiftFragment;
  readonly followToken: string;
  readonly next: () => void;
}) {
  const { gift, followToken, next } = props;
  const { t } = useTranslation();
  const credits = gift.lines.reduce((sum, { lot }) => sum + (lot.thanks?.credits ?? 0), 0);
  return (
    <Result
      status="success"
      title={<span role="status">{t('store.gift.received', { number: gift.number })}</span>}
      subTitle={
        gift.thanks === 'CREDITS'
          ? t('store.gift.received.credits', { credits })
          : t('store.gift.received.says')
      }
      extra={
        <Flex gap="small" wrap justify="center">
          <SlipLink followToken={followToken} size="large" />
          <Button size="large" onClick={next}>
            {t('store.gift.next')}
          </Button>
        </Flex>
      }
    />
  );
}
