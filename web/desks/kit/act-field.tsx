import { Checkbox, Form, Input, Radio, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldKind } from './act-input';

/** Something to choose, with its words. */
export interface Option {
  readonly value: string | number;
  readonly label: ReactNode;
}

/** A field of an act: its name in the input, how it is written, and its words. */
export interface ActField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly help?: ReactNode;
  /** May be left empty. */
  readonly optional?: boolean;
  readonly options?: readonly Option[];
  /** What stands in it at first: as it is written, not as the API takes it. */
  readonly first?: unknown;
  /** The control of an `own` field: it gets `id`, `value` and `onChange`. */
  readonly control?: ReactElement;
}

/** Up to so many choices are all shown; more are a list to open. */
const SHOWN = 6;

function controlOf({ kind, label, options = [], control }: ActField): ReactElement {
  switch (kind) {
    case 'line':
      return <Input maxLength={500} />;
    case 'text':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={10_000} />;
    case 'money':
      return <Input inputMode="decimal" prefix="¥" autoComplete="off" />;
    case 'whole':
      return <Input inputMode="numeric" autoComplete="off" />;
    case 'day':
      return <Input type="date" />;
    case 'moment':
      return <Input type="datetime-local" />;
    case 'choice':
      if (options.length > SHOWN)
        return <Select showSearch={{ optionFilterProp: 'label' }} options={[...options]} />;
      return <Radio.Group aria-label={label} options={[...options]} />;
    case 'several':
      return <Select mode="multiple" optionFilterProp="label" options={[...options]} />;
    case 'yes':
      return <Checkbox>{label}</Checkbox>;
    case 'own':
      return control ?? <Input />;
  }
}

/** Draws a field; what the server said against it stands below. */
export function Field({
  field,
  said,
}: {
  readonly field: ActField;
  readonly said: string | undefined;
}) {
  const { t } = useTranslation();
  const { name, kind, label, help, optional } = field;
  const must = !optional && kind !== 'yes';
  return (
    <Form.Item
      name={name}
      label={kind === 'yes' ? undefined : label}
      valuePropName={kind === 'yes' ? 'checked' : 'value'}
      extra={help}
      rules={must ? [{ required: true, message: t('desk.required') }] : []}
      {...(said !== undefined && {
        help: <span role="alert">{said}</span>,
        validateStatus: 'error' as const,
      })}
    >
      {controlOf(field)}
    </Form.Item>
  );
}
