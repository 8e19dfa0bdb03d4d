import { Alert, Button, Flex } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from '../../kit/language';

/** A file that lies on the server, until an act attaches it to something. */
export interface Uploaded {
  readonly id: string;
  readonly name: string;
}

interface Answer {
  readonly attachment?: { readonly id: string };
  readonly errors?: readonly { readonly message: string }[];
}

/** Sends a file's bytes for a community; throws in the person's words. */
async function upload(community: string, file: File, otherwise: string): Promise<Uploaded> {
  const answer = await fetch(`/attachments?community=${encodeURIComponent(community)}`, {
    method: 'POST',
    headers: {
      'accept-language': language(),
      'content-type': file.type || 'application/octet-stream',
    },
    body: file,
  }).catch(() => {
    throw new Error(otherwise);
  });
  const { attachment, errors } = (await answer.json()) as Answer;
  if (!attachment) throw new Error(errors?.[0]?.message ?? otherwise);
  return { id: attachment.id, name: file.name };
}

/** Photos and papers that show something: each is sent as soon as it is chosen. */
export function FilesField(props: {
  readonly community: string;
  readonly id?: string;
  readonly value?: readonly Uploaded[];
  readonly onChange?: (files: readonly Uploaded[]) => void;
}) {
  const { community, id, value = [], onChange } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    setBusy(true);
    setProblem(undefined);
    const added: Uploaded[] = [];
    try {
      for (const file of target.files ?? [])
        added.push(await upload(community, file, t('desk.no-network')));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    onChange?.([...value, ...added]);
    target.value = '';
    setBusy(false);
  };
  return (
    <Flex vertical gap="small" align="start">
      {value.map(({ id: fileId, name }) => (
        <Flex key={fileId} gap="small" align="center">
          <span>{name}</span>
          <Button
            size="small"
            aria-label={`${t('board.files.remove')} ${name}`}
            onClick={() => onChange?.(value.filter((each) => each.id !== fileId))}
          >
            ×
          </Button>
        </Flex>
      ))}
      <input
        {...(id !== undefined && { id })}
        ref={input}
        className="board-hidden"
        tabIndex={-1}
        type="file"
        multiple
        accept="image/*,application/pdf"
        onChange={(event) => void choose(event)}
      />
      <Button loading={busy} onClick={() => input.current?.click()}>
        {t(busy ? 'board.files.sending' : 'board.files.choose')}
      </Button>
      {problem && <Alert type="error" role="alert" title={problem} />}
    </Flex>
  );
}
