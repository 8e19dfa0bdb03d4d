import { Button, Flex, Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../kit/asked';
import { newKey } from '../../../kit/new-key';
import { Problems } from '../../kit/problems';
import { useAct } from '../../kit/use-act';
import { type Field, FieldLine, type Typed } from './field';

interface Props<Result extends object, Input> {
  readonly document: Asked<Result, { input: Input }>;
  /** What the button says, and what is asked at the head of the form. */
  readonly label: string;
  /** What will come of it, for whoever is about to do it. */
  readonly effect?: ReactNode;
  readonly fields?: readonly Field[];
  /** What is sent; the key is the same for as long as the form is open. */
  readonly input: (typed: Typed, key: string) => Input;
  readonly done: () => void;
  readonly isPrimary?: boolean;
  readonly isGrave?: boolean;
  /** It is there for whoever looks for it: its button is but words. */
  readonly isQuiet?: boolean;
}

/** A button that asks what it needs to know, says what will come of it, and then does it. */
export function Ask<Result extends object, Input>(props: Props<Result, Input>) {
  const { label, isPrimary, isGrave, isQuiet } = props;
  const loud = isPrimary ? 'primary' : 'default';
  const [opened, setOpened] = useState<string>();
  return (
    <>
      <Button
        type={isQuiet ? 'text' : loud}
        danger={(isGrave && !isQuiet) ?? false}
        onClick={() => setOpened(newKey())}
      >
        {label}
      </Button>
      <Modal
        open={opened !== undefined}
        title={label}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpened(undefined)}
      >
        {opened && <AskForm {...props} opened={opened} close={() => setOpened(undefined)} />}
      </Modal>
    </>
  );
}

/** What was typed stays when something was refused. */
function AskForm<Result extends object, Input>(
  props: Props<Result, Input> & { readonly opened: string; readonly close: () => void },
) {
  const { document, label, effect, fields = [], input, done, isGrave, opened, close } = props;
  const { t } = useTranslation();
  const { act, busy, problems, failure } = useAct(document);
  const send = async (typed: Typed) => {
    if (!(await act(input(typed, opened)))) return;
    close();
    done();
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(typed: Typed) => void send(typed)}>
      <Flex vertical gap="middle">
        {effect && <div>{effect}</div>}
        {fields.length > 0 && (
          <div>
            {fields.map((field) => (
              <FieldLine key={field.name} field={field} />
            ))}
          </div>
        )}
        <Problems problems={problems} failure={failure} />
        <Flex gap="small" justify="end">
          <Button onClick={close}>{t('desk.cancel')}</Button>
          <Button type="primary" danger={isGrave ?? false} htmlType="submit" loading={busy}>
            {label}
          </Button>
        </Flex>
      </Flex>
    </Form>
  );
}
