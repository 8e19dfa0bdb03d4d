import { Alert, Button, Checkbox, Form, Input, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { TillOtherStores, TillSendGoods } from '../../../generated/operations';
import { newKey } from '../../../kit/new-key';
import { found } from '../../kit/found';
import { Problems } from '../../kit/problems';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useAct } from '../../kit/use-act';
import { useRead } from '../../kit/use-read';
import { useTill } from '../at-store';
import { saidAt, saidElsewhere } from '../said-at';
import { inputOf, missingOf, NOTHING_SENT, type Sending } from './sending';
import { SendingLines } from './sending-lines';

/** Goods go to another store: where to, which lots, and whether they are counted unseen. */
export function SendPage() {
  const { t } = useTranslation();
  const { store, shelf } = useTill();
  const navigate = useNavigate();
  const [sending, setSending] = useState(NOTHING_SENT);
  const [key] = useState(newKey);
  const { act, busy, problems, failure, clear } = useAct(TillSendGoods);
  if (!store.runs) return <Nothing says={t('store.send.by-storekeeper')} />;
  // What was said against it stands as long as nothing is changed.
  const next = (change: (before: Sending) => Sending) => {
    clear();
    setSending(change);
  };
  const change = (more: Partial<Sending>) => next((before) => ({ ...before, ...more }));
  const missing = missingOf(sending);
  const send = async () => {
    const done = await act(inputOf(store.id, key, sending));
    if (!done?.transfer) return;
    shelf.again();
    await navigate(`/till/transfers/${done.transfer.id}`);
  };
  const pieces = sending.lines.reduce((sum, line) => sum + (line.pieces ?? 0), 0);
  return (
    <Page title={t('store.send')}>
      <Form component={false} layout="vertical" disabled={busy}>
        <div className="till-form">
          <WhereTo {...{ sending, change }} said={saidAt(problems, 'toStoreId')} />
          <SendingLines
            {...{ problems, lines: sending.lines }}
            change={(lines) => next((before) => ({ ...before, lines: lines(before.lines) }))}
          />
          <Checkbox
            checked={sending.blind}
            onChange={({ target }) => change({ blind: target.checked })}
          >
            {t('store.send.blind')}
          </Checkbox>
          <Form.Item label={t('store.note')} htmlFor="send-note" {...saidAt(problems, 'note')}>
            <Input
              id="send-note"
              value={sending.note}
              maxLength={2000}
              autoComplete="off"
              onChange={({ target }) => change({ note: target.value })}
            />
          </Form.Item>
          {pieces > 0 && (
            <Alert role="note" type="info" title={t('store.send.effect', { pieces })} />
          )}
          <Problems
            problems={saidElsewhere(problems, [['toStoreId'], ['note']]).filter(
              ({ path }) => path?.[0] !== 'lines' || path.length === 1,
            )}
            failure={failure}
          />
          {missing && <Typography.Text role="status">{t(missing)}</Typography.Text>}
          <div>
            <Button
              type="primary"
              size="large"
              loading={busy}
              disabled={missing !== null}
              onClick={() => void send()}
            >
              {t('store.send.go')}
            </Button>
          </div>
        </div>
      </Form>
    </Page>
  );
}

/** The stores of this street, but this one. */
function WhereTo(props: {
  readonly sending: Sending;
  readonly change: (more: Partial<Sending>) => void;
  readonly said: object;
}) {
  const { sending, change, said } = props;
  const { t } = useTranslation();
  const { store } = useTill();
  const read = useRead(TillOtherStores, { placeId: store.place.id });
  return (
    <Shown read={read} rows={1}>
      {({ node }) => {
        const places = found(node)?.parent?.places.edges ?? [];
        const options = places.flatMap(({ node: place }) =>
          place.stores.edges
            .filter(({ node: other }) => other.id !== store.id)
            .map(({ node: other }) => ({
              ...{ value: other.id, label: `${other.name} · ${place.name} · ${other.code}` },
            })),
        );
        return (
          <Form.Item label={t('store.send.to')} htmlFor="send-to" {...said}>
            <Select
              id="send-to"
              size="large"
              value={sending.toStoreId}
              onChange={(toStoreId: string | null) => change({ toStoreId })}
              showSearch={{ optionFilterProp: 'label' }}
              options={options}
              notFoundContent={t('store.send.nowhere')}
            />
          </Form.Item>
        );
      }}
    </Shown>
  );
}
