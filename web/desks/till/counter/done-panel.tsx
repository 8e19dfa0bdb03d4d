import { Button, Flex, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePresses } from '../scan/scans';
import { VoidButton } from '../void-button';
import type { Finished } from './finish';

type Done = Exclude<Finished, { readonly how: 'refused' }>;

/** It is done: the slip, the way back, and the next one. */
export function DonePanel({ done, next }: { readonly done: Done; readonly next: () => void }) {
  const { t } = useTranslation();
  const exchange = done.how === 'recorded' ? done.exchange : null;
  usePresses((key) => {
    if (key.toLowerCase() === 'p' && exchange) window.open(exchange.slip, '_blank', 'noopener');
  });
  const title = exchange
    ? t('till.recorded', { number: exchange.number })
    : t('till.kept', { credits: done.how === 'kept' ? done.credits : 0 });
  const subTitle = exchange
    ? t('till.recorded.says', { credits: exchange.credits, left: exchange.walletAfter ?? 0 })
    : t('till.kept.says');
  return (
    <section aria-label={t('till.done')} className="till-done">
      <Result
        status={exchange ? 'success' : 'info'}
        title={<span role="status">{title}</span>}
        subTitle={subTitle}
        extra={
          <Flex gap="small" wrap justify="center">
            <Button type="primary" size="large" autoFocus onClick={next}>
              {t('till.next')} <kbd>Enter</kbd>
            </Button>
            {exchange && (
              <>
                <Button
                  size="large"
                  href={exchange.slip}
                  target="_blank"
                  rel="noopener"
                  aria-keyshortcuts="P"
                >
                  {t('till.slip')} <kbd>P</kbd>
                </Button>
                <VoidButton exchange={exchange} button={{ size: 'large' }} done={next} />
              </>
            )}
          </Flex>
        }
      />
    </section>
  );
}
