import { Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

const MONEY = /^\d{1,9}(\.\d{1,2})?$/;

/** Rows of a plan, as many as are needed: each with what it is, how much, and (parts) by when. */
export function PlanRows(props: {
  readonly name: 'budget' | 'tranches';
  readonly most: number;
  readonly hasDay?: boolean;
}) {
  const { name, most, hasDay } = props;
  const { t } = useTranslation();
  const required = { required: true, message: t('me.missing') };
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <Flex vertical gap="small" style={{ marginBlockEnd: 24 }}>
          <Typography.Text strong>{t(`me.apply.${name}`)}</Typography.Text>
          {rows.map(({ key, name: at }, n) => (
            <Card key={key} size="small">
              <Form.Item name={[at, 'text']} label={said('text', n)} rules={[required]}>
                <Input maxLength={100} autoComplete="off" />
              </Form.Item>
              <Flex gap="small" wrap>
                <Form.Item
                  name={[at, 'amount']}
                  label={said('amount', n)}
                  rules={[required, { pattern: MONEY, message: t('me.no-money') }]}
                  style={{ flex: '1 1 140px' }}
                >
                  <Input inputMode="decimal" prefix="¥" autoComplete="off" />
                </Form.Item>
                {hasDay && (
                  <Form.Item
                    name={[at, 'dueOn']}
                    label={said('due', n)}
                    rules={[required]}
                    style={{ flex: '1 1 140px' }}
                  >
                    <Input type="date" />
                  </Form.Item>
                )}
              </Flex>
              {rows.length > 1 && (
                <Button size="small" onClick={() => remove(at)}>
                  {t('me.apply.remove', { number: n + 1 })}
                </Button>
              )}
            </Card>
          ))}
          {rows.length < most && (
            <Button onClick={() => add({})}>{t(`me.apply.${name}.more`)}</Button>
          )}
        </Flex>
      )}
    </Form.List>
  );

  function said(what: 'text' | 'amount' | 'due', n: number): string {
    return t(`me.apply.${name}.${what}`, { number: n + 1 });
  }
}
