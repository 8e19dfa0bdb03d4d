import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '../../../kit/figures';
import { Count, Day, useLanguage } from '../../kit/figures';
import { useTill } from '../at-store';
import type { Customer } from '../device/customers';
import { useReached } from '../device/network';
import { Mark } from '../mark';
import type { Preview } from './preview';

/** Who is served: what the wallet holds, what ends soon, and what may still be taken. */
export function CustomerCard(props: {
  readonly customer: Customer;
  readonly preview: Preview | null;
  readonly another: () => void;
}) {
  const { customer, preview, another } = props;
  const { t } = useTranslation();
  const isReached = useReached();
  return (
    <section className="till-customer" aria-label={t('till.customer')}>
      <Flex justify="space-between" align="center" gap="small" wrap>
        <Flex align="baseline" gap="middle" wrap>
          <strong className="till-called">{customer.called}</strong>
          <span>
            {t('till.wallet')}{' '}
            <b className="till-figure">
              <Count of={customer.credits} />
            </b>
          </span>
          {customer.frozen && <Mark as="bad">{t('till.frozen')}</Mark>}
        </Flex>
        <Button onClick={another} aria-keyshortcuts="F2">
          {t('till.another')} <kbd>F2</kbd>
        </Button>
      </Flex>
      {customer.ending && (
        <Typography.Text>
          {t('till.ending', { credits: customer.ending.credits })} <Day of={customer.ending.on} />
        </Typography.Text>
      )}
      <LeftList customer={customer} preview={preview} />
      {preview?.by === 'device' && !isReached && <AsOf of={customer.seenAt} />}
    </section>
  );
}

/** What the household may still take of each class of goods, after what lies in the basket. */
function LeftList({ customer, preview }: { customer: Customer; preview: Preview | null }) {
  const { t } = useTranslation();
  const left =
    preview && preview.left.length > 0
      ? preview.left
      : customer.mayTake.map((each) => ({ ...each, touched: false }));
  if (left.length === 0) return null;
  return (
    <ul className="till-left" aria-label={t('till.left')}>
      {left.map(({ code, name, remaining, touched }) => (
        <li key={code}>
          <Mark as={remaining < 0 ? 'bad' : touched ? 'busy' : 'plain'}>
            {name} <Count of={remaining} />
          </Mark>
        </li>
      ))}
    </ul>
  );
}

function AsOf({ of }: { readonly of: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { store } = useTill();
  const at = moment(of, language, store.place.timeZone);
  return <Typography.Text>{t('till.as-of', { at })}</Typography.Text>;
}
