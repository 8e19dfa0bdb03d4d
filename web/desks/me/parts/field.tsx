import { Checkbox, Form, Input, InputNumber, theme } from 'antd';
import type { Rule } from 'antd/es/form';
import type { SelectHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';

/** A line of a form, as data. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'lines' | 'count' | 'money' | 'day' | 'moment' | 'choice' | 'several';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: string | number | readonly string[] | undefined;
  readonly most?: number;
  readonly least?: number;
  readonly isOptional?: boolean;
  readonly help?: string;
}

/** What was typed, under the names of the fields. */
export type Typed = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const MONEY = /^\d{1,9}(\.\d{1,2})?$/;

/** Shows a line of a form with what belongs to its kind: the phone's own pickers and keyboards. */
export function FieldLine({ field }: { readonly field: Field }) {
  const { t } = useTranslation();
  const { name, label, kind, isOptional, help, initial } = field;
  const rules: Rule[] = isOptional ? [] : [{ required: true, message: t('me.missing') }];
  if (kind === 'money') rules.push({ pattern: MONEY, message: t('me.no-money') });
  const shown = isOptional ? `${label} (${t('me.optional')})` : label;
  return (
    <Form.Item name={name} label={shown} rules={rules} extra={help} initialValue={initial}>
      <Control field={field} />
    </Form.Item>
  );
}

/** The form hands in value, id and handlers. */
function Control({ field, ...given }: { readonly field: Field }) {
  const { kind, label, most, least, options } = field;
  switch (kind) {
    case 'lines':
      return <Input.TextArea {...given} autoSize={{ minRows: 3, maxRows: 12 }} maxLength={most} />;
    case 'count':
      return (
        <InputNumber
          {...given}
          {...(least === undefined ? {} : { min: least })}
          {...(most === undefined ? {} : { max: most })}
          inputMode="numeric"
          precision={0}
          style={{ width: '100%' }}
        />
      );
    case 'money':
      return <Input {...given} inputMode="decimal" prefix="¥" autoComplete="off" />;
    case 'day':
      return <Input {...given} type="date" />;
    case 'moment':
      return <Input {...given} type="datetime-local" />;
    case 'choice':
      return <Choose {...given} options={options ?? []} />;
    case 'several':
      return (
        <Checkbox.Group
          {...given}
          role="group"
          aria-label={label}
          // A group cannot be required; the form says so of it all the same.
          aria-required={undefined}
          className="me-several"
          options={[...(options ?? [])]}
        />
      );
    case 'text':
      return <Input {...given} {...(most ? { maxLength: most } : {})} autoComplete="off" />;
  }
}

/** The device's own list of choices: the best there is on a phone. */
export function Choose({
  options,
  ...given
}: SelectHTMLAttributes<HTMLSelectElement> & {
  readonly options: NonNullable<Field['options']>;
}) {
  const { token } = theme.useToken();
  const { t } = useTranslation();
  return (
    <select
      {...given}
      value={given.value ?? ''}
      style={{
        ...{ width: '100%', minHeight: token.controlHeight, padding: '4px 8px' },
        ...{ color: token.colorText, background: token.colorBgContainer, font: 'inherit' },
        ...{ border: `1px solid ${token.colorBorder}`, borderRadius: token.borderRadius },
      }}
    >
      <option value="">{t('me.choose')}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
