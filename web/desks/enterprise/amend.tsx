import { App, Button, Flex, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterpriseAmend } from '../../generated/operations';
import { newKey } from '../../kit/new-key';
import { Problems } from '../kit/problems';
import { useAct } from '../kit/use-act';
import type { Declaration } from './declaration-page';
import { FiguresFields } from './figures-fields';
import { figuresOf, type WrittenFigures } from './written-figures';

interface Written extends WrittenFigures {
  readonly reason: string;
}

interface Props {
  readonly of: Declaration;
  readonly onDone: () => void;
}

/** Other figures for a declaration, with a reason that everybody may read. */
export function Amend({ of, onDone }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const done = () => {
    close();
    onDone();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('enterprise.amend')}</Button>
      <Modal
        title={t('enterprise.amend')}
        open={open}
        onCancel={close}
        footer={null}
        width={640}
        destroyOnHidden
      >
        <AmendForm of={of} onDone={done} onCancel={close} />
      </Modal>
    </>
  );
}

function AmendForm({ of, onDone, onCancel }: Props & { readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { act, busy, problems, failure, clear } = useAct(EnterpriseAmend);
  const [key] = useState(newKey);
  const submit = async (written: Written) => {
    const figures = figuresOf(written);
    if (!figures) return;
    const input = { idempotencyKey: key, declarationId: of.id, reason: written.reason };
    if (!(await act({ ...input, ...figures }))) return;
    void message.success(t('desk.done'));
    onDone();
  };
  const promise = problems.find(({ path }) => path?.[0] === 'commitment')?.message;
  return (
    <Form<Written>
      layout="vertical"
      onFinish={(written) => void submit(written)}
      onValuesChange={clear}
      initialValues={firstOf(of)}
      disabled={busy}
    >
      <FiguresFields said={promise} />
      <Form.Item
        name="reason"
        label={t('enterprise.reason')}
        extra={t('enterprise.reason.public')}
        rules={[{ required: true, message: t('desk.required') }]}
        style={{ marginBlockStart: 16 }}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Flex vertical gap="middle">
        <Problems
          problems={problems.filter(({ path }) => path?.[0] !== 'commitment')}
          failure={failure}
        />
        <Flex justify="end" gap="small">
          <Button onClick={onCancel}>{t('desk.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('enterprise.amend.go')}
          </Button>
        </Flex>
      </Flex>
    </Form>
  );
}

/** What holds now, as it would be written. */
function firstOf({ revenue, costs, committed, shareBasisPoints }: Declaration): Partial<Written> {
  return {
    ...{ revenue: revenue?.amount ?? '', costs: costs?.amount ?? '' },
    ...{ by: shareBasisPoints === null ? 'amount' : 'share', amount: committed.amount },
    share: shareBasisPoints === null ? '' : String(shareBasisPoints / 100),
  };
}
