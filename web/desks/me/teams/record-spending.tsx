import { Alert, Button, Flex, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MeRecordSpending } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { newKey } from '../../../kit/new-key';
import { language } from '../../kit/language';
import { Problems } from '../../kit/problems';
import { useAct } from '../../kit/use-act';
import { type Field, FieldLine, type Typed } from '../parts/field';
import type { Grant } from './grant-page';

/** Says what was spent, and takes a photo of the paper that shows it. */
export function RecordSpending({
  grant,
  done,
}: {
  readonly grant: Grant;
  readonly done: () => void;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<string>();
  const close = () => setOpened(undefined);
  return (
    <>
      <Button type="primary" onClick={() => setOpened(newKey())}>
        {t('me.spend')}
      </Button>
      <Modal open={!!opened} title={t('me.spend')} footer={null} destroyOnHidden onCancel={close}>
        {opened && (
          <SpendForm
            grant={grant}
            idempotencyKey={opened}
            done={() => {
              close();
              done();
            }}
          />
        )}
      </Modal>
    </>
  );
}

interface Kept {
  readonly id?: string;
  readonly why?: string;
}

/** Sends a photo as it is; the server writes it anew. */
async function upload(slug: string, file: File, failed: string): Promise<Kept> {
  const response = await fetch(`/attachments?community=${encodeURIComponent(slug)}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': file.type || 'image/jpeg', 'accept-language': language() },
    body: file,
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as {
    attachment?: { id: string };
    message?: string;
  } | null;
  if (response?.ok && answer?.attachment) return { id: answer.attachment.id };
  return { why: answer?.message ?? failed };
}

function SpendForm(props: {
  readonly grant: Grant;
  readonly idempotencyKey: string;
  readonly done: () => void;
}) {
  const { grant, idempotencyKey, done } = props;
  const { t } = useTranslation();
  const { residence } = useMe();
  const { act, busy, problems, failure } = useAct(MeRecordSpending);
  const [file, setFile] = useState<File>();
  const [kept, setKept] = useState<Kept>({});
  const [sending, setSending] = useState(false);
  const fields: Field[] = [
    { name: 'purpose', label: t('me.spend.on'), kind: 'text', most: 200 },
    { name: 'amount', label: t('me.spend.amount'), kind: 'money' },
    { name: 'spentOn', label: t('me.spend.when'), kind: 'day' },
  ];
  const send = async ({ purpose, amount, spentOn }: Typed) => {
    setSending(true);
    const slug = grant.grantee.place.slug ?? residence?.community.id ?? '';
    // What was sent once is not sent again when the rest is refused.
    const paper = file && !kept.id ? await upload(slug, file, t('desk.failed')) : kept;
    setKept(paper);
    setSending(false);
    if (paper.why) return;
    const { currency } = grant.amount;
    const input = {
      ...{ idempotencyKey, grantId: grant.id, purpose: String(purpose) },
      ...{ amount: { amount: String(amount), currency }, spentOn: String(spentOn) },
      receiptId: paper.id ?? null,
    };
    if (await act(input)) done();
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(typed: Typed) => void send(typed)}>
      {fields.map((field) => (
        <FieldLine key={field.name} field={field} />
      ))}
      <Flex vertical gap="middle">
        <label>
          {t('me.spend.paper')}
          <input
            type="file"
            accept="image/*,application/pdf"
            capture="environment"
            style={{ display: 'block', marginBlockStart: 8 }}
            onChange={({ target }) => {
              setFile(target.files?.[0]);
              setKept({});
            }}
          />
        </label>
        {kept.why && <Alert type="error" showIcon role="alert" title={kept.why} />}
        <Problems problems={problems} failure={failure} />
        <Button type="primary" block htmlType="submit" loading={busy || sending}>
          {t('me.spend')}
        </Button>
      </Flex>
    </Form>
  );
}
