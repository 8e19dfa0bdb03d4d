import { App, Button, Flex, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterpriseRemit } from '../../generated/operations';
import { todayIn } from '../../kit/days';
import { newKey } from '../../kit/new-key';
import { minorOf, sumOf } from '../../kit/sums';
import { Problems } from '../kit/problems';
import { useAct } from '../kit/use-act';
import type { Declaration } from './declaration-page';
import { RemitEffect } from './remit-effect';
import { type Asking, usePreview } from './use-preview';

interface Props {
  readonly of: Declaration;
  readonly onDone: () => void;
}

/** Money that has arrived is recorded, once it was seen how the plan shares it. */
export function Remit({ of, onDone }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const done = () => {
    close();
    onDone();
  };
  if (of.outstanding.minor === '0') return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('enterprise.remit')}
      </Button>
      <Modal
        title={t('enterprise.remit')}
        open={open}
        onCancel={close}
        footer={null}
        width={640}
        destroyOnHidden
      >
        <RemitForm of={of} onDone={done} onCancel={close} />
      </Modal>
    </>
  );
}

interface Written {
  readonly amount: string;
  readonly receivedOn: string;
}

/** First what arrived and when; then its effect; only then it is recorded. */
function RemitForm({ of, onDone, onCancel }: Props & { readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [form] = Form.useForm<Written>();
  const preview = usePreview();
  const { act, busy, problems, failure, clear } = useAct(EnterpriseRemit);
  const look = async ({ amount, receivedOn }: Written) => {
    clear();
    await preview.ask(askingOf(of, amount, receivedOn));
  };
  const remit = async () => {
    if (!preview.seen) return;
    if (!(await act({ idempotencyKey: key, ...preview.seen.asked }))) return;
    void message.success(t('enterprise.remitted.done'));
    onDone();
  };
  const required = [{ required: true, message: t('desk.required') }];
  const first = { amount: of.outstanding.amount, receivedOn: todayIn('Asia/Shanghai') };
  return (
    <Form<Written>
      form={form}
      layout="vertical"
      initialValues={first}
      onFinish={(written) => void look(written)}
      onValuesChange={preview.forget}
      disabled={busy}
    >
      <div className="ent-fields">
        <Form.Item name="amount" label={t('enterprise.remit.amount')} rules={required}>
          <Input inputMode="decimal" prefix="¥" autoComplete="off" />
        </Form.Item>
        <Form.Item name="receivedOn" label={t('enterprise.remit.day')} rules={required}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Flex vertical gap="middle">
        <Problems problems={preview.problems} failure={preview.failure} />
        {preview.seen && <RemitEffect of={preview.seen.preview} />}
        <Problems problems={problems} failure={failure} />
        <Flex justify="end" gap="small" wrap>
          <Button onClick={onCancel}>{t('desk.cancel')}</Button>
          {preview.seen ? (
            <Button type="primary" loading={busy} onClick={() => void remit()}>
              {t('enterprise.remit.go')}
            </Button>
          ) : (
            <Button type="primary" htmlType="submit" loading={preview.busy}>
              {t('enterprise.remit.look')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Form>
  );
}

/** What is no amount is sent as it was written: the server says what is wrong with it. */
function askingOf({ id, currency }: Declaration, written: string, receivedOn: string): Asking {
  const minor = minorOf(written, currency);
  const amount = minor === null ? written : sumOf(minor, currency).amount;
  return { declarationId: id, amount: { amount, currency }, receivedOn };
}
