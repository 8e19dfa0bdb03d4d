import { Alert, Flex, Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { minorOf } from '../../kit/sums';
import { Money } from '../kit/figures';
import { readWritten, type WrittenFigures } from './written-figures';

/** Refuses what is no amount before it is sent; the server asks again. */
function useAmountRule() {
  const { t } = useTranslation();
  return {
    validator: (_rule: unknown, value: string | undefined) =>
      minorOf(value ?? '', 'CNY') === null
        ? Promise.reject(new Error(t('enterprise.amount-unreadable')))
        : Promise.resolve(),
  };
}

function AmountField({ name }: { readonly name: 'revenue' | 'costs' | 'amount' }) {
  const { t } = useTranslation();
  const rule = useAmountRule();
  return (
    <Form.Item name={name} label={t(`enterprise.${name}`)} rules={[rule]} className="ent-field">
      <Input inputMode="decimal" prefix="¥" autoComplete="off" />
    </Form.Item>
  );
}

/** Revenue, costs and what of the surplus is promised, with what they come to so far. */
export function FiguresFields({ said }: { readonly said: string | undefined }) {
  const { t } = useTranslation();
  const rule = useAmountRule();
  const written = Form.useWatch<WrittenFigures>([]) ?? {};
  const by = written.by ?? 'share';
  return (
    <>
      <div className="ent-fields">
        <AmountField name="revenue" />
        <AmountField name="costs" />
      </div>
      <Form.Item name="by" label={t('enterprise.promise-by')} initialValue="share">
        <Segmented
          options={(['share', 'amount'] as const).map((value) => ({
            ...{ value, label: t(`enterprise.by-${value}`) },
          }))}
        />
      </Form.Item>
      {by === 'amount' ? (
        <AmountField name="amount" />
      ) : (
        <Form.Item name="share" label={t('enterprise.share')} rules={[rule]} className="ent-field">
          <Input inputMode="decimal" suffix="%" autoComplete="off" />
        </Form.Item>
      )}
      <Flex vertical gap="middle">
        {said !== undefined && <Alert type="error" showIcon role="alert" title={said} />}
        <Effect of={written} />
      </Flex>
    </>
  );
}

/** What will be declared and promised, as it is written. */
function Effect({ of }: { readonly of: WrittenFigures }) {
  const { t } = useTranslation();
  const read = readWritten(of);
  if (!read) return null;
  const { surplus, promised, kept } = read;
  const isLoss = BigInt(surplus.minor) <= 0n;
  return (
    <Alert
      type="info"
      role="status"
      title={t(isLoss ? 'enterprise.effect.loss' : 'enterprise.effect')}
      description={
        <dl className="ent-figures">
          <div>
            <dt>{t('enterprise.surplus')}</dt>
            <dd>
              <Money of={surplus} />
            </dd>
          </div>
          {!isLoss && promised && kept && (
            <>
              <div>
                <dt>{t('enterprise.effect.promised')}</dt>
                <dd>
                  <Money of={promised} />
                </dd>
              </div>
              <div>
                <dt>{t('enterprise.effect.kept')}</dt>
                <dd>
                  <Money of={kept} />
                </dd>
              </div>
            </>
          )}
        </dl>
      }
    />
  );
}
