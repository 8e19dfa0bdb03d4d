import { Button, Flex, Modal, Radio, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TillReverseThanks, TillThankForGoods } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Problems } from '../../kit/problems';
import { useAct } from '../../kit/use-act';
import { FindCustomer } from '../counter/find-customer';
import { useFind } from '../counter/use-find';
import { useScans } from '../scan/scans';
import type { Lot } from './lot-page';

type Thanks = 'CREDITS' | 'ACKNOWLEDGEMENT';

interface ThankProps {
  readonly lot: Lot;
  readonly again: () => void;
}

/** Whoever brought a lot by itself is thanked later, once: it is seen before what that earns. */
export function ThankGiver({ lot, again }: ThankProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isThanked = lot.thanks !== null && lot.thanks.reversedAt === null;
  const isOfBody = lot.source !== 'DONATED' || lot.donorOrganisation !== null;
  // How a gift's giver is thanked stands on its slip; what came from a store was thanked there.
  const isOfGift = lot.gift !== null && lot.thanks === null && !lot.formerThanks?.length;
  const isTold = isOfGift || lot.transfer !== null;
  if (isThanked && lot.thanks?.thanks === 'CREDITS') return <TakeBack lot={lot} again={again} />;
  if (isThanked || isOfBody || isTold) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('store.thank')}</Button>
      <Modal
        title={t('store.thank')}
        open={isOpen}
        footer={null}
        width={600}
        onCancel={close}
        destroyOnHidden
      >
        <ThankForm
          lot={lot}
          again={() => {
            close();
            again();
          }}
        />
      </Modal>
    </>
  );
}

/** Thanked the wrong neighbour, or for the wrong goods: the credits leave the wallet again. */
function TakeBack({ lot, again }: ThankProps) {
  const { t } = useTranslation();
  const facts = { name: lot.thanks?.resident?.displayName, credits: lot.thanks?.credits ?? 0 };
  return (
    <ActButton
      document={TillReverseThanks}
      title={t('store.thank.reverse')}
      given={{ lotId: lot.id }}
      fields={[{ name: 'reason', kind: 'text', label: t('store.why') }]}
      effect={t('store.thank.reverse.effect', facts)}
      go={t('store.thank.reverse')}
      keyed
      danger
      onDone={again}
    />
  );
}

function ThankForm({ lot, again }: ThankProps) {
  const { t } = useTranslation();
  const [resident, setResident] = useState<{ id: string; called: string } | null>(null);
  const [thanks, setThanks] = useState<Thanks>('ACKNOWLEDGEMENT');
  const { act, busy, problems, failure, clear } = useAct(TillThankForGoods);
  const find = useFind(lot.store.id, ({ id, called }) => setResident({ id, called }));
  useScans((text) => void find.find(text), !resident);
  if (!resident) return <FindCustomer find={find} field={{ current: null }} />;
  const each = lot.giftCredits;
  const credits = (each ?? 0) * lot.quantity;
  const go = async () => {
    if (await act({ lotId: lot.id, residentId: resident.id, thanks })) again();
  };
  const says =
    thanks === 'ACKNOWLEDGEMENT'
      ? t('store.thank.effect', { name: resident.called })
      : each === null
        ? t('store.gift.no-value', { name: lot.product.name })
        : t('store.thank.effect.credits', { name: resident.called, credits });
  const another = () => {
    clear();
    setResident(null);
  };
  return (
    <Flex vertical gap="middle" align="start">
      <Flex gap="small" align="center" wrap>
        <Typography.Text strong className="till-called">
          {resident.called}
        </Typography.Text>
        <Button onClick={another}>{t('till.another')}</Button>
      </Flex>
      <Radio.Group
        aria-label={t('store.gift.thanks')}
        value={thanks}
        onChange={({ target }) => setThanks(target.value as Thanks)}
        options={(['ACKNOWLEDGEMENT', 'CREDITS'] as const).map((value) => ({
          ...{ value, label: t(`store.thanks.${value}`) },
        }))}
      />
      <Typography.Text role="note">{says}</Typography.Text>
      <Problems problems={problems} failure={failure} />
      <Button type="primary" loading={busy} onClick={() => void go()}>
        {t('store.thank')}
      </Button>
    </Flex>
  );
}
