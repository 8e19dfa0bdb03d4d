import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EnterpriseRemittance, type EnterpriseRemittanceQuery } from '../../generated/operations';
import { Day, Money } from '../kit/figures';
import { found } from '../kit/found';
import { Nothing, Page, Shown } from '../kit/shown';
import { SplitBar, type SplitPart } from '../kit/split-bar';
import { useRead } from '../kit/use-read';
import { sumOf } from '../../kit/sums';
import { Days } from './days';
import { sharesOf } from './shares';

type Remittance = Extract<NonNullable<EnterpriseRemittanceQuery['node']>, { id: string }>;

/** Where a remittance went: how pools shared it, and what became of it since, fen by fen. */
export function RemittancePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(EnterpriseRemittance, { id });
  return (
    <Shown read={read} rows={10}>
      {({ node }) => {
        const remittance = found(node);
        if (!remittance) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page
            title={
              <>
                {t('enterprise.arrival')} <Money of={remittance.amount} />
              </>
            }
          >
            <p className="ent-lead">
              <Day of={remittance.receivedOn} /> · {t('enterprise.of-surplus')}{' '}
              <Link to={`/enterprise/promises/${remittance.declaration.id}`}>
                <Days of={remittance.declaration.period} />
              </Link>
            </p>
            <Card>
              <h2 className="ent-heading">{t('enterprise.shared')}</h2>
              <SplitBar parts={sharesOf(remittance.shares)} />
            </Card>
            <Card>
              <h2 className="ent-heading">{t('enterprise.went')}</h2>
              <Went of={remittance} />
            </Card>
          </Page>
        );
      }}
    </Shown>
  );
}

/** Every part with what became of it in a sentence of the server's, and since when. */
function Went({ of }: { readonly of: Remittance }) {
  const { t } = useTranslation();
  if (of.followed.length === 0)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('enterprise.went.nothing')} />
    );
  return <SplitBar parts={together(of.followed).map(partOf)} />;
}

/** What is told in the same words, of the same day, is one part: pools of several places. */
function together(parts: Remittance['followed']): Remittance['followed'] {
  const told = new Map<string, Remittance['followed'][number]>();
  for (const each of parts) {
    const key = `${each.says} ${each.date ?? ''} ${each.grant?.id ?? ''}`;
    const before = told.get(key);
    const minor = BigInt(before?.part.minor ?? 0) + BigInt(each.part.minor);
    const { amount } = sumOf(minor, each.part.currency);
    told.set(key, { ...each, part: { ...each.part, amount, minor: String(minor) } });
  }
  return [...told.values()];
}

function partOf(
  { says, date, grant, part }: Remittance['followed'][number],
  at: number,
): SplitPart {
  const about = [grant?.grantee.name, date && <Day key="day" of={date} />].filter(Boolean);
  return {
    ...{ key: String(at), label: says, sum: part },
    about: about.length > 0 ? about.flatMap((each, n) => (n > 0 ? [' · ', each] : [each])) : null,
  };
}
