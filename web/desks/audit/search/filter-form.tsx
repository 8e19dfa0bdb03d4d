import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AuditRules } from '../../../generated/operations';
import { minorOf } from '../../../kit/sums';
import { useRead } from '../../kit/use-read';
import type { Sought } from './sought';

type Written = Pick<Sought, 'rule' | 'from' | 'to' | 'amount'>;

interface Props {
  readonly sought: Sought;
  readonly onSeek: (sought: Sought) => void;
}

/** What may be searched by and is written here; accounts and people come by their links. */
export function FilterForm({ sought, onSeek }: Props) {
  const { t } = useTranslation();
  const { account, actor, ...written } = sought;
  const kept = { ...(account && { account }), ...(actor && { actor }) };
  const amountRule = {
    validator: (_rule: unknown, value: string | undefined) =>
      value && minorOf(value, 'CNY') === null
        ? Promise.reject(new Error(t('audit.amount-unreadable')))
        : Promise.resolve(),
  };
  return (
    <Form<Written>
      layout="vertical"
      className="audit-filter no-print"
      initialValues={{ rule: '', ...written }}
      onFinish={(next) => onSeek({ ...kept, ...next })}
      role="search"
    >
      <RuleField />
      <Form.Item name="from" label={t('audit.from')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="to" label={t('audit.to')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="amount" label={t('audit.amount')} rules={[amountRule]}>
        <Input inputMode="decimal" prefix="¥" autoComplete="off" />
      </Form.Item>
      <div className="audit-go">
        <Button type="primary" htmlType="submit">
          {t('audit.search')}
        </Button>
        {Object.keys(sought).length > 0 && (
          <Button onClick={() => onSeek({})}>{t('audit.clear')}</Button>
        )}
      </div>
    </Form>
  );
}

/** Kinds of event by chapter, as the textbook has them. */
function RuleField() {
  const { t } = useTranslation();
  const { data } = useRead(AuditRules, {});
  const rules = data?.postingRules ?? [];
  const chapters = [...new Set(rules.map(({ chapter }) => chapter))];
  return (
    <Form.Item name="rule" label={t('audit.kind')}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          { value: '', label: t('audit.any-kind') },
          ...chapters.map((chapter) => ({
            label: chapter,
            options: rules
              .filter((rule) => rule.chapter === chapter)
              .map(({ name, title }) => ({ value: name, label: title })),
          })),
        ]}
      />
    </Form.Item>
  );
}
