import { Alert, Button, Flex, Form, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  TillDrives,
  type TillReceiveGiftMutation,
  TillReceiveGift,
} from '../../../generated/operations';
import { newKey } from '../../../kit/new-key';
import { found } from '../../kit/found';
import { Problems } from '../../kit/problems';
import { Page } from '../../kit/shown';
import { type Problem, useAct } from '../../kit/use-act';
import { useList } from '../../kit/use-list';
import { useTill } from '../at-store';
import { useFind } from '../counter/use-find';
import { readScan } from '../scan/codes';
import { useScans } from '../scan/scans';
import { todayAt } from '../today';
import { type Gift, inputOf, missingOf, NO_GIFT, withScanned } from './gift';
import { GiftEffect } from './gift-effect';
import { GiftReceived } from './gift-received';
import { GivenLines } from './given-lines';
import { GiverFields } from './giver-fields';
import { saidAt, saidElsewhere } from '../said-at';
import { useGiftValues } from './use-gift-values';

type Received = TillReceiveGiftMutation['receiveGoodsGift'];

/** Goods that one giver brings at once: who, what, and how they are thanked; then the slip. */
export function ReceiveGift() {
  const { t } = useTranslation();
  const { store, shelf } = useTill();
  const [gift, setGift] = useState(NO_GIFT);
  const [key, setKey] = useState(newKey);
  const [received, setReceived] = useState<Received | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const { act, busy, problems, failure, clear } = useAct(TillReceiveGift);
  const change = (more: Partial<Gift>) => {
    clear();
    setGift((before) => ({ ...before, ...more }));
  };
  const find = useFind(store.id, ({ id, called }) =>
    change({ giver: 'resident', resident: { id, called } }),
  );
  const goods = shelf.shelf?.goods ?? [];
  useScans((text) => {
    if (busy) return setNote(t('till.scan.busy'));
    const code = readScan(text);
    setNote(null);
    if (code.is === 'card') return void find.find(code.code);
    const scanned = goods.find(({ ean }) => code.is === 'goods' && ean === code.ean);
    if (!scanned) return setNote(t('till.scan.not-here', { ean: text }));
    const until = code.is === 'goods' ? (code.expiresOn ?? '') : '';
    clear();
    setGift((before) => ({ ...before, lines: withScanned(before.lines, scanned.id, until) }));
  }, !received);
  const values = useGiftValues(
    gift.lines.map(({ productId }) => productId),
    gift.thanks === 'CREDITS',
  );
  const missing = missingOf(gift);
  const receive = async () => {
    const done = await act(inputOf(store.id, key, gift));
    if (!done?.gift) return;
    setReceived(done);
    setKey(newKey());
    setGift(NO_GIFT);
    shelf.again();
  };
  if (received?.gift && received.followToken)
    return (
      <GiftReceived
        gift={received.gift}
        followToken={received.followToken}
        next={() => setReceived(null)}
      />
    );
  return (
    <Page title={t('store.gift.receive')}>
      {note && <Alert type="warning" showIcon role="alert" title={note} />}
      <Form component={false} layout="vertical" disabled={busy}>
        <div className="till-form">
          <GivenLines
            {...{ goods, problems, lines: gift.lines }}
            change={(lines) => change({ lines })}
          />
          <GiverFields {...{ gift, change, problems, find }} />
          <DriveField {...{ gift, change, problems }} />
          <GiftEffect {...{ gift, goods, values }} />
          <Problems problems={withoutFields(problems)} failure={failure} />
          {missing && <Typography.Text role="status">{t(missing)}</Typography.Text>}
          <Flex>
            <Button
              type="primary"
              size="large"
              loading={busy}
              disabled={missing !== null}
              onClick={() => void receive()}
            >
              {t('store.gift.go')}
            </Button>
          </Flex>
        </div>
      </Form>
    </Page>
  );
}

const FIELDS = ['giverName', 'organisationId', 'residentId', 'thanks', 'driveId'].map((at) => [at]);

const withoutFields = (problems: readonly Problem[]) =>
  saidElsewhere(problems, FIELDS).filter(({ path }) => path?.[0] !== 'lines' || path.length === 1);

/** The drive under which the goods come, where one is on. */
function DriveField(props: {
  readonly gift: Gift;
  readonly change: (more: Partial<Gift>) => void;
  readonly problems: readonly Problem[];
}) {
  const { gift, change, problems } = props;
  const { t } = useTranslation();
  const { place } = useTill().store;
  const list = useList(TillDrives, { placeId: place.id }, ({ node }) => found(node)?.goodsDrives);
  const today = todayAt(place.timeZone);
  const on = (list.data ?? []).filter(
    ({ startsOn, endsOn }) => startsOn <= today && today <= endsOn,
  );
  if (on.length === 0) return null;
  return (
    <Form.Item label={t('store.gift.drive')} htmlFor="gift-drive" {...saidAt(problems, 'driveId')}>
      <Select
        id="gift-drive"
        size="large"
        allowClear
        value={gift.driveId}
        onChange={(driveId: string | undefined) => change({ driveId: driveId ?? null })}
        options={on.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </Form.Item>
  );
}
