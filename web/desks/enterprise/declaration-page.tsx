import { Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  EnterpriseDeclaration,
  type EnterpriseDeclarationQuery,
  EnterpriseRemittances,
} from '../../generated/operations';
import { Day, Moment, Money } from '../kit/figures';
import { found } from '../kit/found';
import { Listed } from '../kit/listed';
import { Nothing, Page, Shown } from '../kit/shown';
import { type List, useList } from '../kit/use-list';
import { useRead } from '../kit/use-read';
import { Amend } from './amend';
import { Days } from './days';
import { Kept, KeptBar } from './promise-card';
import { Remit } from './remit';

export type Declaration = Extract<NonNullable<EnterpriseDeclarationQuery['node']>, { id: string }>;

/** One declaration: its figures, what has arrived and where it went, and its versions. */
export function DeclarationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(EnterpriseDeclaration, { id });
  const arrivals = useList(
    EnterpriseRemittances,
    { id },
    ({ node }) => found(node)?.remittances ?? null,
  );
  const again = () => {
    read.again();
    arrivals.again();
  };
  return (
    <Shown read={read} rows={10}>
      {({ node }) => {
        const declaration = found(node);
        if (!declaration) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page
            title={<Days of={declaration.period} />}
            actions={
              <>
                <Amend of={declaration} onDone={again} />
                <Remit of={declaration} onDone={again} />
              </>
            }
          >
            <Figures of={declaration} />
            <Arrivals list={arrivals} declarationId={id} />
            <Versions of={declaration} />
          </Page>
        );
      }}
    </Shown>
  );
}

function Figures({ of }: { readonly of: Declaration }) {
  const { t } = useTranslation();
  const figures = ['revenue', 'costs', 'surplus', 'committed', 'remitted', 'outstanding'] as const;
  return (
    <Card>
      <Flex justify="space-between" align="baseline" gap="small" wrap>
        <span>
          {t('enterprise.due')} <Day of={of.dueOn} /> · {of.place.name}
        </span>
        <Kept of={of} />
      </Flex>
      <KeptBar of={of} />
      <dl className="ent-figures">
        {figures.map((name) => {
          const sum = of[name];
          return (
            sum && (
              <div key={name}>
                <dt>{t(`enterprise.${name}`)}</dt>
                <dd>
                  <Money of={sum} />
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </Card>
  );
}

type Arrival = {
  readonly id: string;
  readonly receivedOn: string;
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly shares: readonly { readonly pool: { readonly id: string; readonly name: string } }[];
};

/** What has arrived, each with the pools that got it, and on to what became of it. */
function Arrivals(props: { readonly list: List<Arrival>; readonly declarationId: string }) {
  const { list, declarationId } = props;
  const { t } = useTranslation();
  return (
    <Card>
      <h2 className="ent-heading">{t('enterprise.arrivals')}</h2>
      <Listed list={list} empty={<Nothing says={t('enterprise.arrivals.none')} />}>
        {(arrivals) => (
          <ul className="ent-rows">
            {arrivals.map(({ id, receivedOn, amount, shares }) => (
              <li key={id}>
                <div>
                  <Link to={`/enterprise/promises/${declarationId}/arrivals/${id}`}>
                    <Day of={receivedOn} />
                  </Link>
                  <div>{shares.map(({ pool }) => pool.name).join(' · ')}</div>
                </div>
                <Money of={amount} />
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Card>
  );
}

function Versions({ of }: { readonly of: Declaration }) {
  const { t } = useTranslation();
  if (of.versions.length < 2) return null;
  return (
    <Card>
      <h2 className="ent-heading">{t('enterprise.versions')}</h2>
      <ul className="ent-rows">
        {of.versions.map(({ version, madeAt, reason, committed }) => (
          <li key={version}>
            <div>
              <Moment of={madeAt} />
              <div>{reason ?? t('enterprise.first-version')}</div>
            </div>
            <Money of={committed} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
