import { Alert, App, Button, type ButtonProps, Flex, Form, Modal } from 'antd';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../kit/asked';
import { type ActField, Field } from './act-field';
import { inputOf, type Written } from './act-input';
import { Problems } from './problems';
import { isOther, type Problem, useAct } from './use-act';
import { type Intent, useIntent } from './use-intent';

/** An act as data: which mutation, what is known of its input, and what a person writes. */
export interface ActProps<Result extends object, Input> {
  readonly document: Asked<Result, { input: Input }>;
  /** What is known already. */
  readonly given?: Partial<Input>;
  readonly fields?: readonly ActField[];
  /** What the button says that does it. */
  readonly go: string;
  /** What will happen, shown above the fields: whom it concerns, how many, how much. */
  readonly effect?: ReactNode;
  /** The act takes the key of its intent in its input. */
  readonly keyed?: boolean;
  /** It cannot be undone. */
  readonly danger?: boolean;
  /** Makes the input where fields and known facts are not all. */
  readonly shape?: (input: Written) => Written;
  /** Called with what was answered. */
  readonly onDone?: (done: unknown) => void;
  /** Called when it was refused: what is shown may be old. */
  readonly onRefused?: () => void;
}

/**
 * The form of an act. What is refused stands at its field or below, and what was written stays; a
 * double click does it once.
 */
export function ActForm<Result extends object, Input>(
  props: ActProps<Result, Input> & {
    readonly onCancel?: () => void;
    /** What is meant, where it outlasts this form. */
    readonly intent?: Intent;
  },
) {
  const { document, given, fields = [], go, effect, keyed = false, danger, onCancel } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { act, busy, problems, failure } = useAct(document);
  // Two forms may be open on one page: their fields of one name are told apart.
  const name = useId();
  const own = useIntent(given);
  const { key, renew } = props.intent ?? own;
  useEffect(() => {
    if (isOther(problems)) renew();
  }, [problems, renew]);
  const [notDone, setNotDone] = useState<Problem | null>(null);
  const submit = async (written: Written) => {
    const input = inputOf(fields, written);
    const inside = keyed ? { idempotencyKey: key } : {};
    const whole = { ...given, ...(props.shape?.(input) ?? input), ...inside } as Input;
    const done = await act(whole, key);
    if (!done) return props.onRefused?.();
    renew();
    const why = notDoneOf(done);
    setNotDone(why);
    if (why) return props.onRefused?.();
    void message.success(t('desk.done'));
    props.onDone?.(done);
  };
  const said = (name: string) => problems.find(({ path }) => path?.[0] === name)?.message;
  const others = problems.filter(({ path }) => !fields.some(({ name }) => name === path?.[0]));
  return (
    <Form
      name={name}
      layout="vertical"
      initialValues={Object.fromEntries(fields.map(({ name, first }) => [name, first]))}
      onFinish={(written: Written) => void submit(written)}
      disabled={busy}
    >
      <Flex vertical gap="small">
        {effect && <Alert role="note" type={danger ? 'warning' : 'info'} title={effect} />}
        <div>
          {fields.map((field) => (
            <Field key={field.name} field={field} said={said(field.name)} />
          ))}
        </div>
        <Problems problems={notDone ? [notDone] : others} failure={failure} />
        <Flex gap="small" justify="end" wrap>
          {onCancel && <Button onClick={onCancel}>{t('desk.cancel')}</Button>}
          <Button type="primary" htmlType="submit" danger={danger ?? false} loading={busy}>
            {go}
          </Button>
        </Flex>
      </Flex>
    </Form>
  );
}

/** Why something that was accepted could not be done now: the reason is kept, and it waits on. */
const notDoneOf = (done: object): Problem | null =>
  'notDone' in done ? (done.notDone as Problem | null) : null;

/** A button that opens the form of an act in a window of its own. */
export function ActButton<Result extends object, Input>(
  props: ActProps<Result, Input> & {
    /** What the button says, and what stands above the form. */
    readonly title: string;
    readonly button?: Omit<ButtonProps, 'onClick' | 'children'>;
  },
) {
  const { title, button, onDone, ...form } = props;
  const [open, setOpen] = useState(false);
  const intent = useIntent(form.given);
  const close = () => setOpen(false);
  const done = (answered: unknown) => {
    close();
    onDone?.(answered);
  };
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Modal title={title} open={open} onCancel={close} footer={null} width={600} destroyOnHidden>
        <ActForm {...form} intent={intent} onDone={done} onCancel={close} />
      </Modal>
    </>
  );
}
