import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { count } from '../../../kit/figures';
import { useLanguage } from '../../kit/figures';
import { addressOf, type Format, type Leaving } from './files';
import { useFile, type Taking } from './use-file';

interface Props {
  readonly of: Leaving;
  readonly slug: string;
  readonly from?: string;
  /** The last day that is still in it. */
  readonly to?: string;
}

const DAY_MS = 86_400_000;

/** The first day, or month, that is no longer in a stretch. */
function untilOf(to: string | undefined, stretch: Leaving['stretch']): string | undefined {
  if (!to) return undefined;
  const last = new Date(`${to}T00:00:00Z`);
  if (Number.isNaN(last.getTime())) return undefined;
  if (stretch === 'days') return new Date(last.getTime() + DAY_MS).toISOString().slice(0, 10);
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1))
    .toISOString()
    .slice(0, 7);
}

/** One list that may be taken away, a button for each of its forms, and how far it is. */
export function FileRow({ of, slug, from, to }: Props) {
  const { t } = useTranslation();
  const { taking, take, stop } = useFile();
  const begin = of.stretch === 'months' ? from?.slice(0, 7) : from;
  const until = untilOf(to, of.stretch);
  const asked = { slug, ...(begin && { from: begin }), ...(until && { until }) };
  const title = t(`audit.file.${of.name}`);
  const go = (format: Format) => void take(addressOf(of, format, asked));
  return (
    <li>
      <div>
        <strong>{title}</strong>
        <div>{t(`audit.file.${of.name}.says`)}</div>
      </div>
      <Flex gap="small" wrap>
        {of.formats.map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined />}
            disabled={taking.state === 'coming'}
            aria-label={`${title} ${t(`audit.as.${format}`)}`}
            onClick={() => go(format)}
          >
            {t(`audit.as.${format}`)}
          </Button>
        ))}
      </Flex>
      <How of={taking} onStop={stop} />
    </li>
  );
}

/** How far a file is; it is as long as it is, so what has come is told and no share of it. */
function How({ of, onStop }: { readonly of: Taking; readonly onStop: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (of.state === 'idle') return null;
  const size = count(Math.ceil(of.bytes / 1024), language);
  if (of.state === 'coming')
    return (
      <Flex vertical gap={4} className="audit-how" role="status">
        <Progress
          percent={100}
          status="active"
          showInfo={false}
          aria-label={t('audit.file.coming', { size })}
        />
        <Flex justify="space-between" align="center">
          <span>{t('audit.file.coming', { size })}</span>
          <Button size="small" onClick={onStop}>
            {t('audit.file.stop')}
          </Button>
        </Flex>
      </Flex>
    );
  if (of.state === 'done')
    return (
      <p className="audit-how" role="status">
        {t('audit.file.done', { size })}
      </p>
    );
  return (
    <Alert
      className="audit-how"
      type="error"
      showIcon
      role="alert"
      title={of.says || t('audit.file.broken')}
    />
  );
}
