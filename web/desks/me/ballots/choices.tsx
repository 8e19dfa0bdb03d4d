import { Checkbox, Flex, Radio, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

/** What can be answered, and what is marked so far. */
export function Choices(props: {
  readonly choices: readonly string[];
  /** How many may be marked; null: one is chosen. */
  readonly mostMarks: number | null;
  readonly marked: readonly string[];
  readonly mark: (marked: readonly string[]) => void;
  readonly isFixed: boolean;
}) {
  const { choices, mostMarks, marked, mark, isFixed } = props;
  const { t } = useTranslation();
  const one = mostMarks === null;
  const toggle = (choice: string) =>
    mark(choices.filter((each) => marked.includes(each) !== (each === choice)));
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }} disabled={isFixed}>
      <legend style={{ padding: 0, marginBlockEnd: 8 }}>
        <Typography.Text>
          {one ? t('me.ballot.one') : t('me.ballot.several', { count: mostMarks })}
        </Typography.Text>
      </legend>
      {one ? (
        <Radio.Group
          value={marked[0] ?? null}
          disabled={isFixed}
          onChange={({ target }) => mark([String(target.value)])}
        >
          <Flex vertical gap="middle">
            {choices.map((choice) => (
              <Radio key={choice} value={choice} style={{ fontSize: '1.1em' }}>
                {choice}
              </Radio>
            ))}
          </Flex>
        </Radio.Group>
      ) : (
        <Flex vertical gap="middle">
          {choices.map((choice) => (
            <Checkbox
              key={choice}
              checked={marked.includes(choice)}
              disabled={isFixed || (marked.length >= mostMarks && !marked.includes(choice))}
              onChange={() => toggle(choice)}
              style={{ fontSize: '1.1em' }}
            >
              {choice}
            </Checkbox>
          ))}
        </Flex>
      )}
    </fieldset>
  );
}

/** Whether a vote can be given like this: where several may be marked, none is an abstention. */
export const isGivable = (mostMarks: number | null, marked: readonly string[]) =>
  mostMarks === null ? marked.length === 1 : marked.length <= mostMarks;
