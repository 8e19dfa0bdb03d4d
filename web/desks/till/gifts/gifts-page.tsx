import { Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type TillGiftFragment,
  TillGifts,
  TillPrintGoodsSlip,
} from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Problems } from '../../kit/problems';
import { Nothing, Page } from '../../kit/shown';
import { useAct } from '../../kit/use-act';
import { useList } from '../../kit/use-list';
import { useTill } from '../at-store';
import { LinkButton } from '../link-button';
import { SlipLink } from './slip-link';

/** What givers brought, the last first; each slip can be printed once more. */
export function GiftsPage() {
  const { t } = useTranslation();
  const { store } = useTill();
  const list = useList(TillGifts, { storeId: store.id }, ({ node }) => found(node)?.goodsGifts);
  const actions = (
    <>
      <LinkButton to="/till/drives">{t('store.drives')}</LinkButton>
      <LinkButton to="/till/gifts/new" type="primary">
        {t('store.gift.receive')}
      </LinkButton>
    </>
  );
  return (
    <Page title={t('store.gifts')} actions={actions}>
      <Listed list={list} empty={<Nothing says={t('store.gifts.none')} />}>
        {(gifts) => (
          <ul className="till-cards">
            {gifts.map((gift) => (
              <GiftCard key={gift.id} gift={gift} timeZone={store.place.timeZone} />
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

function GiftCard(props: { readonly gift: TillGiftFragment; readonly timeZone: string }) {
  const { gift, timeZone } = props;
  const { t } = useTranslation();
  const { number, receivedAt, resident, organisation, giverName, thanks, drive, lines } = gift;
  const giver = resident?.displayName ?? organisation?.name ?? giverName;
  const credits = lines.reduce((sum, { lot }) => sum + (lot.thanks?.credits ?? 0), 0);
  return (
    <li className="till-card">
      <Flex gap="small" wrap align="center">
        <strong>{number}</strong>
        <Moment of={receivedAt} timeZone={timeZone} />
        <span>{giver ?? t('store.gift.unnamed')}</span>
        {!gift.named && giver && <span>{t('store.gift.not-named')}</span>}
        {drive && <span>{drive.title}</span>}
      </Flex>
      <Typography.Text>
        {lines.map(({ lot }) => `${lot.product.name} × ${lot.quantity}`).join(' · ')}
      </Typography.Text>
      <Typography.Text>
        {thanks === 'CREDITS'
          ? t('store.gift.received.credits', { credits })
          : t('store.thanks.ACKNOWLEDGEMENT')}
      </Typography.Text>
      <SlipAgain gift={gift} />
    </li>
  );
}

/** Each print has a follow word of its own; those before stay good. */
function SlipAgain({ gift }: { readonly gift: TillGiftFragment }) {
  const { t } = useTranslation();
  const [token, setToken] = useState<string | null>(null);
  const { act, busy, problems, failure } = useAct(TillPrintGoodsSlip);
  const print = async () => {
    const done = await act({ giftId: gift.id });
    if (done?.followToken) setToken(done.followToken);
  };
  return (
    <Flex vertical gap="small" align="start" className="no-print">
      <Problems problems={problems} failure={failure} />
      {token ? (
        <SlipLink followToken={token} />
      ) : (
        <Button
          loading={busy}
          aria-label={t('store.gift.slip.of', { number: gift.number })}
          onClick={() => void print()}
        >
          {t('store.gift.slip.again')}
        </Button>
      )}
    </Flex>
  );
}
