import { Button, Flex, Input, theme } from 'antd';
import { useTranslation } from 'react-i18next';

/** A column of rows that somebody writes. */
export interface RowColumn {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'money' | 'whole' | 'day' | 'moment';
}

export type Row = Readonly<Record<string, string>>;

const KINDS = {
  line: {},
  money: { prefix: '¥', inputMode: 'decimal' },
  whole: { inputMode: 'numeric' },
  day: { type: 'date' },
  moment: { type: 'datetime-local' },
} as const;

/** What needs room to be read. */
const WIDE: readonly RowColumn['kind'][] = ['line', 'moment'];

/** Rows to write: the lines of a budget, the parts of a payment. For an `own` field of an act. */
export function RowsInput(props: {
  readonly columns: readonly RowColumn[];
  readonly more: string;
  readonly value?: readonly Row[];
  readonly onChange?: (rows: readonly Row[]) => void;
}) {
  const { columns, more, value = [{}], onChange } = props;
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const put = (n: number, row: Row) => onChange?.(value.map((each, at) => (at === n ? row : each)));
  return (
    <Flex vertical gap="small" align="start">
      {value.map((row, n) => (
        <Flex
          key={n}
          gap="small"
          wrap
          style={{
            ...{ width: '100%', paddingBottom: 8 },
            borderBlockEnd: `1px solid ${token.colorBorderSecondary}`,
          }}
        >
          {columns.map(({ name, label, kind }) => (
            <Input
              key={name}
              {...KINDS[kind]}
              aria-label={`${label} ${n + 1}`}
              placeholder={label}
              value={row[name] ?? ''}
              onChange={({ target }) => put(n, { ...row, [name]: target.value })}
              style={{ flex: WIDE.includes(kind) ? '2 1 200px' : '1 1 120px' }}
            />
          ))}
          {value.length > 1 && (
            <Button
              type="text"
              aria-label={`${t('desk.remove')} ${n + 1}`}
              onClick={() => onChange?.(value.filter((_, at) => at !== n))}
            >
              ✕
            </Button>
          )}
        </Flex>
      ))}
      <Button size="small" onClick={() => onChange?.([...value, {}])}>
        {more}
      </Button>
    </Flex>
  );
}
