import { App, Button, Card, Flex, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type EnterprisePoolFragment, EnterpriseSetPlan } from '../../generated/operations';
import { todayIn } from '../../kit/days';
import { Problems } from '../kit/problems';
import { useAct } from '../kit/use-act';
import { Weights } from './weights';

interface Books {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

interface Row {
  readonly poolId?: string;
  readonly weight?: number | null;
}

interface Written {
  readonly communityId: string;
  readonly validFrom: string;
  readonly shares: readonly Row[];
}

interface Props {
  readonly enterpriseId: string;
  readonly books: readonly Books[];
  readonly pools: readonly EnterprisePoolFragment[];
}

const MOST = 20;

/** Pools and weights, with what they would make of a thousand yuan while they are written. */
export function PlanForm({ enterpriseId, books, pools }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { act, busy, problems, failure } = useAct(EnterpriseSetPlan);
  const submit = async ({ communityId, validFrom, shares }: Written) => {
    const input = {
      ...{ enterpriseId, communityId, validFrom },
      shares: shares.map(({ poolId = '', weight }) => ({ poolId, weight: weight ?? 0 })),
    };
    if (!(await act(input))) return;
    void message.success(t('enterprise.plan.set'));
    await navigate('/enterprise/plans');
  };
  const [nearest] = books;
  return (
    <Card className="ent-form">
      <Form<Written>
        layout="vertical"
        disabled={busy}
        onFinish={(written) => void submit(written)}
        initialValues={{
          ...{ communityId: nearest?.id, validFrom: todayIn(nearest?.timeZone ?? 'UTC') },
          shares: [{ weight: 1 }],
        }}
      >
        <Form.Item name="validFrom" label={t('enterprise.plan.from')} className="ent-field">
          <Input type="date" required />
        </Form.Item>
        <Form.Item name="communityId" label={t('enterprise.books')} hidden={books.length === 1}>
          <Select options={books.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Shares pools={pools} />
        <Example pools={pools} />
        <Flex vertical gap="middle" style={{ marginBlockStart: 16 }}>
          <Problems problems={problems} failure={failure} />
          <Flex justify="end" gap="small">
            <Button onClick={() => void navigate('/enterprise/plans')}>{t('desk.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('enterprise.plan.go')}
            </Button>
          </Flex>
        </Flex>
      </Form>
    </Card>
  );
}

function Shares({ pools }: { readonly pools: readonly EnterprisePoolFragment[] }) {
  const { t } = useTranslation();
  const options = pools.map(({ id, name, place }) => ({
    ...{ value: id, label: `${name} · ${place.name}` },
  }));
  const required = [{ required: true, message: t('desk.required') }];
  return (
    <Form.List name="shares">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className="ent-share">
              <Form.Item
                name={[name, 'poolId']}
                label={t('enterprise.plan.pool', { n: name + 1 })}
                rules={required}
              >
                <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
              </Form.Item>
              <Form.Item
                name={[name, 'weight']}
                label={t('enterprise.plan.weight', { n: name + 1 })}
                rules={required}
              >
                <InputNumber min={1} max={1_000_000} precision={0} />
              </Form.Item>
              {rows.length > 1 && (
                <Button
                  aria-label={t('enterprise.plan.remove', { n: name + 1 })}
                  onClick={() => remove(name)}
                >
                  ✕
                </Button>
              )}
            </div>
          ))}
          <Button disabled={rows.length >= MOST} onClick={() => add({ weight: 1 })}>
            {t('enterprise.plan.add')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** What the shares would do, as far as they are written. */
function Example({ pools }: { readonly pools: readonly EnterprisePoolFragment[] }) {
  const rows = Form.useWatch<readonly Row[] | undefined>('shares') ?? [];
  const weighed = rows.flatMap((row) => {
    const pool = pools.find(({ id }) => id === row?.poolId);
    return pool && row.weight ? [{ pool, weight: row.weight }] : [];
  });
  if (weighed.length === 0) return null;
  return (
    <div role="status" style={{ marginBlockStart: 24 }}>
      <Weights of={weighed} />
    </div>
  );
}
