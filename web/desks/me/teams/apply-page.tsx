import { Alert, Button, Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { MeApply, MePools } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Money } from '../../kit/figures';
import { found } from '../../kit/found';
import { Problems } from '../../kit/problems';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useAct } from '../../kit/use-act';
import { useWhole } from '../../kit/use-whole';
import { Choose } from '../parts/field';
import { applicationOf, type Plan, sumOfRows } from './plan';
import { PlanRows } from './plan-rows';

/** A team asks a pool for money: for what, from which pool, and in which parts. */
export function ApplyPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { residence } = useMe();
  const read = useWhole(
    MePools,
    residence ? [{ communityId: residence.community.id }] : [],
    ({ node }) => found(node, 'pools')?.pools,
  );
  if (!residence) return <Nothing says={t('me.no-home')} />;
  return (
    <Page title={t('me.apply')}>
      <Shown read={read}>
        {(pools) => {
          const open = pools.filter(
            ({ closedOn, decider }) => closedOn === null && decider.decidedBy !== 'PROCEDURE',
          );
          return <ApplyForm applicantId={id} pools={open} />;
        }}
      </Shown>
    </Page>
  );
}

interface Pool {
  readonly id: string;
  readonly name: string;
}

function ApplyForm(props: { readonly applicantId: string; readonly pools: readonly Pool[] }) {
  const { applicantId, pools } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Plan>();
  const { act, busy, problems, failure } = useAct(MeApply);
  const send = async (plan: Plan) => {
    const done = await act(applicationOf(applicantId, plan));
    if (done?.application)
      await navigate(`/me/applications/${encodeURIComponent(done.application.id)}`);
  };
  const required = [{ required: true, message: t('me.missing') }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ budget: [{}], tranches: [{}] }}
      onFinish={(plan: Plan) => void send(plan)}
      style={{ maxWidth: 720 }}
    >
      <Form.Item name="title" label={t('me.title')} rules={required}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="poolId" label={t('me.apply.pool')} rules={required}>
        <Choose options={pools.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="purpose" label={t('me.apply.purpose')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
      </Form.Item>
      <PlanRows name="budget" most={50} />
      <PlanRows name="tranches" most={12} hasDay />
      <Flex vertical gap="middle">
        <Form.Item noStyle shouldUpdate>
          {() => <Sums plan={form.getFieldsValue()} />}
        </Form.Item>
        <Problems problems={problems} failure={failure} />
        <Button type="primary" size="large" block htmlType="submit" loading={busy}>
          {t('me.apply.send')}
        </Button>
      </Flex>
    </Form>
  );
}

/** What is asked for in all, and whether its parts come to the same. */
function Sums({ plan: { budget = [], tranches = [] } }: { readonly plan: Partial<Plan> }) {
  const { t } = useTranslation();
  const [asked, parts] = [sumOfRows(budget), sumOfRows(tranches)];
  const currency = 'CNY';
  return (
    <Alert
      type={asked === parts ? 'info' : 'warning'}
      showIcon
      title={
        <>
          {t('me.apply.sum')} <Money of={{ amount: asked, currency }} /> · {t('me.apply.parts')}{' '}
          <Money of={{ amount: parts, currency }} />
        </>
      }
      description={asked === parts ? undefined : t('me.apply.differ')}
    />
  );
}
