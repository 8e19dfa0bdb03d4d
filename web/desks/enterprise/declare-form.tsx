import { App, Button, Card, Flex, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EnterpriseDeclare } from '../../generated/operations';
import { daysAfter } from '../../kit/days';
import { newKey } from '../../kit/new-key';
import { Problems } from '../kit/problems';
import { useAct } from '../kit/use-act';
import { FiguresFields } from './figures-fields';
import { figuresOf, type WrittenFigures } from './written-figures';

interface Written extends WrittenFigures {
  readonly communityId: string;
  readonly first: string;
  readonly last: string;
  readonly dueOn: string;
}

interface Props {
  readonly enterpriseId: string;
  readonly books: readonly { readonly id: string; readonly name: string }[];
}

/** The form of a declaration; what it will promise stands above the button that does it. */
export function DeclareForm({ enterpriseId, books }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { act, busy, problems, failure, clear } = useAct(EnterpriseDeclare);
  const [key] = useState(newKey);
  const submit = async (written: Written) => {
    const figures = figuresOf(written);
    if (!figures) return;
    const { communityId, first, last, dueOn } = written;
    const period = { from: first, until: daysAfter(last, 1) };
    const done = await act({
      ...{ idempotencyKey: key, enterpriseId, communityId, period, dueOn },
      ...figures,
    });
    if (!done?.declaration) return;
    void message.success(t('enterprise.declared'));
    await navigate(`/enterprise/promises/${done.declaration.id}`);
  };
  const about = (path: string) => problems.find((each) => each.path?.[0] === path)?.message;
  const others = problems.filter(({ path }) => path?.[0] !== 'commitment');
  const required = [{ required: true, message: t('desk.required') }];
  return (
    <Card className="ent-form">
      <Form<Written>
        layout="vertical"
        onFinish={(written) => void submit(written)}
        onValuesChange={clear}
        initialValues={{ communityId: books[0]?.id }}
        disabled={busy}
      >
        <div className="ent-fields">
          <Form.Item name="first" label={t('enterprise.first-day')} rules={required}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="last" label={t('enterprise.last-day')} rules={required}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="dueOn" label={t('enterprise.due')} rules={required}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="communityId" label={t('enterprise.books')} hidden={books.length === 1}>
          <Select options={books.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <FiguresFields said={about('commitment')} />
        <Flex vertical gap="middle" style={{ marginBlockStart: 16 }}>
          <Problems problems={others} failure={failure} />
          <Flex justify="end" gap="small">
            <Button onClick={() => void navigate('/enterprise/promises')}>
              {t('desk.cancel')}
            </Button>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('enterprise.declare.go')}
            </Button>
          </Flex>
        </Flex>
      </Form>
    </Card>
  );
}
