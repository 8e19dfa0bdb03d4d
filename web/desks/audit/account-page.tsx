import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AuditAccount, type AuditAccountQuery } from '../../generated/operations';
import { Moment } from '../kit/figures';
import { found } from '../kit/found';
import { Listed } from '../kit/listed';
import { Nothing, Page, Shown } from '../kit/shown';
import { useList } from '../kit/use-list';
import { useRead } from '../kit/use-read';
import { AmountOf, type AssetShown } from './amount-of';

type Account = Extract<NonNullable<AuditAccountQuery['node']>, { id: string }>;
type Line = Account['statement']['edges'][number]['node'];

/** An account: what it holds, and each line that made it so. */
export function AccountPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(AuditAccount, { id, after: null });
  const list = useList(AuditAccount, { id }, ({ node }) => found(node)?.statement ?? null);
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const account = found(node);
        if (!account) return <Nothing says={t('desk.not-here')} />;
        const { name, balance, asset } = account;
        return (
          <Page
            title={name}
            actions={
              <Link to={`/audit/entries?account=${id}`}>
                <Button tabIndex={-1}>{t('audit.search-account')}</Button>
              </Link>
            }
          >
            <p className="audit-lead">
              {t('audit.balance')}{' '}
              <strong>
                <AmountOf asset={asset} amount={balance} />
              </strong>
            </p>
            <Card>
              <Listed list={list} empty={<Nothing says={t('audit.account.empty')} />}>
                {(lines) => <Statement lines={lines} asset={asset} />}
              </Listed>
            </Card>
          </Page>
        );
      }}
    </Shown>
  );
}

function Statement(props: { readonly lines: readonly Line[]; readonly asset: AssetShown }) {
  const { lines, asset } = props;
  const { t } = useTranslation();
  return (
    <table className="audit-textbook">
      <thead>
        <tr>
          <th scope="col">{t('audit.entry')}</th>
          <th scope="col" className="number">
            {t('audit.change')}
          </th>
          <th scope="col" className="number">
            {t('audit.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ entry, occurredAt, change, balance }, at) => (
          <tr key={`${entry.id} ${at}`}>
            <td>
              <Link to={`/audit/entries/${entry.id}`}>{entry.title}</Link>
              <div>
                <Moment of={occurredAt} />
              </div>
            </td>
            <td className="number">
              <AmountOf asset={asset} amount={change} />
            </td>
            <td className="number">
              <AmountOf asset={asset} amount={balance} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
