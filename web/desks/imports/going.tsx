import { Button, Card, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { count, percent } from '../../kit/figures';
import { useLanguage } from '../kit/figures';
import type { Way } from './report';
import type { Manner } from './use-import';

interface Props {
  readonly manner: Manner;
  readonly way: Way;
  readonly onStop: () => void;
}

/** How far a file is: how much of it has been sent, and how many of its lines are done. */
export function Going({ manner: { commit }, way, onStop }: Props) {
  const { t } = useTranslation();
  const says = t(commit ? 'imports.taking' : 'imports.trying');
  // A file on its way may be kept back; what has arrived is taken in, whoever looks on.
  const mayStop = !commit || way.at === 'sending';
  return (
    <Card size="small">
      <Flex vertical gap="small">
        <strong role="status">{says}</strong>
        <Bar way={way} says={says} />
        <Flex justify="space-between" align="center" gap="small" wrap>
          <span>{t(commit ? 'imports.taking.says' : 'imports.trying.says')}</span>
          {mayStop && <Button onClick={onStop}>{t('imports.stop')}</Button>}
        </Flex>
      </Flex>
    </Card>
  );
}

/** Numbers that run are not read out one by one: the bar has them for whoever asks. */
function Bar({ way, says }: { readonly way: Way; readonly says: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (way.at === 'reading')
    return (
      <>
        <Progress percent={100} status="active" showInfo={false} aria-label={says} />
        <span aria-live="off">{t('imports.reading')}</span>
      </>
    );
  const share = way.of === 0 ? 1 : way.done / way.of;
  const facts = { done: count(way.done, language), of: count(way.of, language) };
  return (
    <>
      <Progress percent={Math.floor(share * 100)} showInfo={false} aria-label={says} />
      <span aria-live="off" className="imports-figures">
        {way.at === 'lines'
          ? t('imports.lines-done', facts)
          : t('imports.sending', { share: percent(share, language) })}
      </span>
    </>
  );
}
