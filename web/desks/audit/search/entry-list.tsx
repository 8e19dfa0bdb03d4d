import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditLineFragment } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { AmountOf } from '../amount-of';

/** Entries, each with its first debit and credit, and what it moves of each asset. */
export function EntryList({ entries }: { readonly entries: readonly AuditLineFragment[] }) {
  return (
    <Card size="small">
      <ul className="audit-entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryLine of={entry} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function EntryLine({ of }: { readonly of: AuditLineFragment }) {
  const { t } = useTranslation();
  const { id, title, occurredAt, recordedByName, reversedBy, sealed, legs } = of;
  const debited = legs.find(({ debit }) => debit !== null);
  const credited = legs.find(({ credit }) => credit !== null);
  return (
    <>
      <div>
        <Link to={`/audit/entries/${id}`} className="audit-title">
          {title}
        </Link>{' '}
        {reversedBy && (
          <Tag color="warning" variant="outlined">
            {t('audit.taken-back')}
          </Tag>
        )}
        {!sealed && <Tag variant="outlined">{t('audit.not-sealed')}</Tag>}
        <div>
          <Moment of={occurredAt} /> · {recordedByName ?? t('audit.system')}
        </div>
        <div className="audit-accounts">
          {t('audit.dr')} {debited?.account.name}
          <br />
          {t('audit.cr')} {credited?.account.name}
        </div>
      </div>
      <div className="audit-amounts">
        {moved(legs).map(({ assetName, asset, debit }) => (
          <div key={assetName}>
            <AmountOf asset={asset} amount={debit ?? '0'} />
            {asset.kind !== 'CURRENCY' && ` ${assetName}`}
          </div>
        ))}
      </div>
    </>
  );
}

/** The first debit of each asset, of three assets at most: what stands for it in a list. */
function moved(legs: AuditLineFragment['legs']): AuditLineFragment['legs'] {
  const debits = legs.filter(({ debit }) => debit !== null);
  const isFirst = ({ assetName }: (typeof debits)[number], at: number) =>
    debits.findIndex((other) => other.assetName === assetName) === at;
  return debits.filter(isFirst).slice(0, 3);
}
