import { Button, Flex, Form, Input, InputNumber, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TillReceiveTransfer } from '../../../generated/operations';
import { newKey } from '../../../kit/new-key';
import { useMe } from '../../app/viewer';
import { Part } from '../../kit/part';
import { Problems } from '../../kit/problems';
import { useAct } from '../../kit/use-act';
import { soughtIn } from '../lots/lots-page';
import { useRolesAt } from '../roles-at';
import { saidAt } from '../said-at';
import { useScans } from '../scan/scans';
import type { Transfer } from './transfer-page';

interface ReceiveProps {
  readonly transfer: Transfer;
  readonly again: () => void;
}

/** Whoever works at the store that it goes to counts it, once, but never who sent it. */
export function ReceiveTransfer(props: ReceiveProps) {
  const { transfer } = props;
  const { t } = useTranslation();
  const { person } = useMe();
  const { isStaff } = useRolesAt(transfer.to.operator.id);
  if (transfer.state !== 'SENT' || !isStaff) return null;
  if (transfer.sentBy?.id === person.id)
    return <Typography.Text>{t('store.receive.second')}</Typography.Text>;
  return <CountArrived {...props} />;
}

function CountArrived({ transfer, again }: ReceiveProps) {
  const { t } = useTranslation();
  const { id, lines } = transfer;
  const [counted, setCounted] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [note, setNote] = useState('');
  const [key] = useState(newKey);
  const { act, busy, problems, failure, clear } = useAct(TillReceiveTransfer);
  useScans((text) => {
    const ean = soughtIn(text);
    const line = lines.find(({ product }) => product?.ean === ean);
    if (line) document.getElementById(`arrived-${line.lot.id}`)?.focus();
  });
  const isCounted = lines.every(({ lot }) => typeof counted.get(lot.id) === 'number');
  const receive = async () => {
    const told = lines.map(({ lot }) => ({ lotId: lot.id, pieces: counted.get(lot.id) ?? 0 }));
    const input = { idempotencyKey: key, transferId: id, lines: told, note: note.trim() || null };
    if (await act(input)) again();
  };
  const missing = lines.reduce(
    (sum, { lot, pieces }) => sum + Math.max(0, (pieces ?? 0) - (counted.get(lot.id) ?? 0)),
    0,
  );
  return (
    <Part title={t('store.receive')}>
      <Form component={false} layout="vertical" disabled={busy}>
        <div className="till-form">
          {lines.map(({ lot, product }, i) => (
            <Form.Item
              key={lot.id}
              label={t('store.receive.of', { name: product?.name ?? '' })}
              htmlFor={`arrived-${lot.id}`}
              {...saidAt(problems, 'lines', String(i), 'pieces')}
            >
              <InputNumber
                id={`arrived-${lot.id}`}
                size="large"
                min={0}
                max={100_000}
                precision={0}
                value={counted.get(lot.id) ?? null}
                onChange={(pieces) => {
                  clear();
                  setCounted((known) => new Map(known).set(lot.id, pieces));
                }}
              />
            </Form.Item>
          ))}
          <Form.Item label={t('store.note')} htmlFor="arrived-note">
            <Input
              id="arrived-note"
              value={note}
              maxLength={2000}
              autoComplete="off"
              onChange={({ target }) => setNote(target.value)}
            />
          </Form.Item>
          {isCounted && (
            <Typography.Text role="note">
              {t(missing > 0 ? 'store.receive.effect.short' : 'store.receive.effect', {
                count: missing,
              })}
            </Typography.Text>
          )}
          <Problems
            problems={problems.filter(({ path }) => path?.[2] !== 'pieces')}
            failure={failure}
          />
          <Flex>
            <Button
              type="primary"
              size="large"
              loading={busy}
              disabled={!isCounted}
              onClick={() => void receive()}
            >
              {t('store.receive.go')}
            </Button>
          </Flex>
        </div>
      </Form>
    </Part>
  );
}
