import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { TillSlips, type TillSlipsQuery } from '../../generated/operations';
import { Count, Moment } from '../kit/figures';
import { found } from '../kit/found';
import { Listed } from '../kit/listed';
import { Nothing, Page } from '../kit/shown';
import { useList } from '../kit/use-list';
import { useTill } from './at-store';
import { Mark } from './mark';
import { VoidButton } from './void-button';

type Slip = NonNullable<
  Extract<NonNullable<TillSlipsQuery['node']>, { readonly id: string }>['exchanges']
>['edges'][number]['node'];

/** What was given at this store, the last first: to print again, or to take back. */
export function Slips() {
  const { t } = useTranslation();
  const { store, shelf } = useTill();
  const list = useList(TillSlips, { storeId: store.id }, ({ node }) => found(node)?.exchanges);
  const changed = () => {
    list.again();
    shelf.again();
  };
  return (
    <Page title={t('till.page.slips')}>
      <Listed list={list} empty={<Nothing says={t('till.slips.none')} />}>
        {(slips) => (
          <ul className="till-cards">
            {slips.map((slip) => (
              <SlipCard key={slip.id} slip={slip} timeZone={store.place.timeZone} done={changed} />
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

function SlipCard(props: {
  readonly slip: Slip;
  readonly timeZone: string;
  readonly done: () => void;
}) {
  const { slip, timeZone, done } = props;
  const { t } = useTranslation();
  const { number, voided, credits, occurredAt, resident, lines } = slip;
  return (
    <li className="till-card">
      <Flex justify="space-between" gap="small" wrap>
        <Flex gap="small" align="center" wrap>
          <strong>{number}</strong>
          <Moment of={occurredAt} timeZone={timeZone} />
          <span>{resident.displayName}</span>
          {voided && <Mark as="plain">{t('till.voided', { reason: voided.reason })}</Mark>}
        </Flex>
        <span>
          <b className="till-figure">
            <Count of={credits} />
          </b>{' '}
          {t('till.credits')}
        </span>
      </Flex>
      <Typography.Text>
        {lines.map(({ product, quantity }) => `${product.name} × ${quantity}`).join(' · ')}
      </Typography.Text>
      <Flex gap="small" className="no-print">
        <Button
          href={slip.slip}
          target="_blank"
          rel="noopener"
          aria-label={t('till.slip.of', { number })}
        >
          {t('till.slip')}
        </Button>
        {!voided && <VoidButton exchange={slip} done={done} />}
      </Flex>
    </li>
  );
}
