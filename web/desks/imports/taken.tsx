import { Alert, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { count, moment } from '../../kit/figures';
import { useLanguage } from '../kit/figures';
import { Made } from './made';
import type { Report } from './report';

interface Props {
  readonly report: Report;
  readonly timeZone: string;
  readonly back: ReactNode;
}

/** The file is in: what came of it, and where to look. */
export function Taken({ report, timeZone, back }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { lines, made, earlierAt, repeated } = report;
  const at = repeated && earlierAt ? moment(earlierAt, language, timeZone) : null;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('imports.taken', { count: lines, n: count(lines, language) })}
      description={
        <Flex vertical gap="small" align="start">
          {at !== null && <span>{t('imports.taken.earlier', { at })}</span>}
          <Made of={made} />
          {back}
        </Flex>
      }
    />
  );
}
