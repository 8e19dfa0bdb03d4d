import { FileTextOutlined, InboxOutlined } from '@ant-design/icons';
import { Card, theme } from 'antd';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../kit/figures';
import { useLanguage } from '../kit/figures';
import type { Chosen, Import } from './use-import';

/** What a person may choose; whether it is a list, its bytes tell the server. */
const ENDINGS = '.csv,.tsv,.txt,.xlsx,text/csv';

/** The place for the file: it is chosen from a list, or dropped. */
export function PickFile({ of: { file, step, choose } }: { readonly of: Import }) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const [isOver, setOver] = useState(false);
  // What is being taken in is not put aside for another by a slip of the hand.
  const isHeld = step.is === 'going' && step.manner.commit;
  const pick = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first && !isHeld) choose(first);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(!isHeld);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    pick(event.dataTransfer.files);
  };
  return (
    <Card size="small" title={<h2 className="imports-title">{t('imports.file')}</h2>}>
      <label
        className="imports-drop"
        style={{
          borderColor: isOver ? token.colorPrimary : token.colorTextTertiary,
          background: isOver ? token.colorPrimaryBg : token.colorFillQuaternary,
        }}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          accept={ENDINGS}
          disabled={isHeld}
          onChange={({ currentTarget }) => {
            pick(currentTarget.files);
            // So that the same name, mended meanwhile, may be chosen again.
            currentTarget.value = '';
          }}
        />
        {file ? <Picked file={file} /> : <InboxOutlined aria-hidden />}
        <span>{t(file ? 'imports.file.other' : 'imports.file.pick')}</span>
      </label>
    </Card>
  );
}

function Picked({ file: { name, bytes } }: { readonly file: Chosen }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const size = count(Math.ceil(bytes.byteLength / 1_000), language);
  return (
    <>
      <FileTextOutlined aria-hidden />
      <strong className="imports-given">{name}</strong>
      <span>{t('imports.file.size', { size })}</span>
    </>
  );
}
