import { Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Count, Moment } from '../kit/figures';
import type { Entry } from './entry-page';

/** The block that holds an entry, with the hashes that make a change be seen. */
export function Seal({ of }: { readonly of: Entry['block'] }) {
  const { t } = useTranslation();
  if (!of) return <p className="audit-lead">{t('audit.unsealed')}</p>;
  return (
    <dl className="audit-told">
      <div>
        <dt>{t('audit.block')}</dt>
        <dd>
          <Tag color="success" variant="outlined">
            {t('audit.sealed')}
          </Tag>{' '}
          <Count of={of.number} /> · {t('audit.block.entries', { count: of.entries })}
        </dd>
      </div>
      <div>
        <dt>{t('audit.sealed-at')}</dt>
        <dd>
          <Moment of={of.sealedAt} />
        </dd>
      </div>
      <div>
        <dt>SHA-256</dt>
        <dd>
          <Typography.Text code className="audit-hash">
            {of.hash}
          </Typography.Text>
        </dd>
      </div>
      <div>
        <dt>{t('audit.previous')}</dt>
        <dd>
          <Typography.Text code className="audit-hash">
            {of.previousHash}
          </Typography.Text>
        </dd>
      </div>
    </dl>
  );
}
