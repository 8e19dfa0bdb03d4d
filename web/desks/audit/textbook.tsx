import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditLineFragment } from '../../generated/operations';
import { AmountOf } from './amount-of';

type Leg = AuditLineFragment['legs'][number];

/** Lines that follow upon each other in one asset stand together: an entry balances in each. */
function byAsset(legs: readonly Leg[]): readonly (readonly Leg[])[] {
  const names = [...new Set(legs.map(({ assetName }) => assetName))];
  return names.map((name) => legs.filter(({ assetName }) => assetName === name));
}

/** An entry as a textbook prints it: per asset, debits at the margin, credits indented. */
export function Textbook({ legs }: { readonly legs: readonly Leg[] }) {
  const { t } = useTranslation();
  return (
    <table className="audit-textbook">
      <thead>
        <tr>
          <th scope="col">{t('audit.account')}</th>
          <th scope="col" className="number">
            {t('audit.debit')}
          </th>
          <th scope="col" className="number">
            {t('audit.credit')}
          </th>
        </tr>
      </thead>
      {byAsset(legs).map((group) => (
        <tbody key={group[0]?.assetName}>
          <tr className="asset">
            <th scope="rowgroup" colSpan={3}>
              {group[0]?.assetName}
            </th>
          </tr>
          {group.map((leg, at) => (
            <Line key={`${leg.account.id} ${at}`} of={leg} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Line({ of: { debit, credit, asset, account } }: { readonly of: Leg }) {
  const { t } = useTranslation();
  const side = credit === null ? 'dr' : 'cr';
  return (
    <tr>
      <td>
        <div className={side}>
          {t(`audit.${side}`)} <Link to={`/audit/accounts/${account.id}`}>{account.name}</Link>
        </div>
      </td>
      <td className="number">{debit !== null && <AmountOf asset={asset} amount={debit} />}</td>
      <td className="number">{credit !== null && <AmountOf asset={asset} amount={credit} />}</td>
    </tr>
  );
}
