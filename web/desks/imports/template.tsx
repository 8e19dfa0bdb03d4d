import { DownloadOutlined } from '@ant-design/icons';
import { Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../kit/figures';
import type { Noun } from './report';

const FORMATS = ['xlsx', 'csv'] as const;

/** The file to fill in, in the language of the screen. */
export function Template({ noun }: { readonly noun: Noun }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Card size="small" title={<h2 className="imports-title">{t('imports.template')}</h2>}>
      <Flex vertical gap="middle" align="start">
        <span>{t('imports.template.says')}</span>
        <Flex gap="small" wrap>
          {FORMATS.map((format) => (
            <Button
              key={format}
              icon={<DownloadOutlined />}
              href={`/import/${noun}.${format}?lang=${language}`}
              download
              style={{ textDecoration: 'none' }}
            >
              {t(`imports.template.${format}`)}
            </Button>
          ))}
        </Flex>
      </Flex>
    </Card>
  );
}
