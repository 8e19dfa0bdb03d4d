import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Moment } from '../kit/figures';
import type { Entry } from './entry-page';

/** When an entry happened and was recorded, by whom, and under which number and key. */
export function Told({ of }: { readonly of: Entry }) {
  const { t } = useTranslation();
  const { occurredAt, recordedAt, recordedBy, recordedByName, number, rule, key } = of;
  const by = recordedByName ?? t('audit.system');
  const lines = [
    { name: 'occurred', value: <Moment of={occurredAt} /> },
    { name: 'recorded', value: <Moment of={recordedAt} /> },
    {
      name: 'by',
      value: recordedBy ? <Link to={`/audit/entries?actor=${recordedBy.id}`}>{by}</Link> : by,
    },
    { name: 'rule', value: <Link to={`/audit/entries?rule=${rule}`}>{rule}</Link> },
    { name: 'number', value: <Typography.Text copyable>{number}</Typography.Text> },
    { name: 'key', value: key },
  ];
  return (
    <dl className="audit-told">
      {lines.map(({ name, value }) => (
        <div key={name}>
          <dt>{t(`audit.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
