import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  CadreFreezes,
  CadreResident,
  type CadreResidentQuery,
} from '../../../generated/operations';
import { localOf } from '../../kit/act-input';
import { Day, Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { useWhere } from '../where';
import { Facts } from '../parts/facts';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { GiveLogin } from './give-login';
import { Services } from './services';
import { CardActs, PriorityActs, ResidentActs, WalletActs } from './resident-acts';

export type Whole = Extract<NonNullable<CadreResidentQuery['node']>, { readonly id: string }>;
export type OfResident = { readonly resident: Whole; readonly again: () => void };

/** A resident, as far as the reader may see: household, groups, card and wallet. */
export function Resident() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreResident, { id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const resident = found(node);
        if (!resident) return <Nothing says={t('desk.not-here')} />;
        return <ResidentPage {...{ resident, again: read.again }} />;
      }}
    </Shown>
  );
}

function ResidentPage({ resident, again }: OfResident) {
  const { t } = useTranslation();
  const { name, displayName, phone, birthDate, movedIn, movedOut, household } = resident;
  const others = household?.residents.filter(({ id }) => id !== resident.id) ?? [];
  return (
    <Page
      title={name ?? displayName}
      actions={
        <>
          <ResidentActs {...{ resident, again }} />
          <Login {...{ resident, again }} />
        </>
      }
    >
      <Facts
        rows={[
          [t('cadre.address'), household?.address],
          [t('cadre.grid'), household?.grid?.name],
          [t('cadre.phone'), phone],
          [t('cadre.birth-date'), birthDate && <Day of={birthDate} />],
          [t('cadre.moved-in'), movedIn && <Day of={movedIn} />],
          [t('cadre.moved-out'), movedOut && <Day of={movedOut} />],
          [t('sign-in.login'), resident.person?.login],
        ]}
      />
      <Part title={t('cadre.household.with')}>
        <Flex gap="small" wrap>
          {others.length === 0 && t('cadre.household.alone')}
          {others.map((each) => (
            <Link key={each.id} to={`/cadre/register/${each.id}`}>
              {each.name ?? each.displayName}
            </Link>
          ))}
        </Flex>
      </Part>
      <PriorityActs {...{ resident, again }} />
      <CardActs {...{ resident, again }} />
      <WalletPart {...{ resident, again }} />
      <Services {...{ resident, again }} />
    </Page>
  );
}

/** Whoever acts beyond residents' own teams gets a login from officers alone. */
function Login({ resident, again }: OfResident) {
  const { holds } = useWhere();
  const { id, name, displayName, movedOut, person } = resident;
  const today = localOf(new Date()).slice(0, 10);
  const isOrdinary = (person?.memberships?.edges ?? []).every(
    ({ node: { organisation, validUntil } }) =>
      organisation.kind === 'SELF_ORGANISATION' || (validUntil !== null && validUntil <= today),
  );
  const mayGive = holds('OFFICER') || (holds('CADRE') && isOrdinary);
  if (movedOut !== null || person?.login || !mayGive) return null;
  return <GiveLogin name={name ?? displayName} whose={{ residentId: id }} again={again} />;
}

function WalletPart({ resident, again }: OfResident) {
  const { t } = useTranslation();
  const { id, wallet, walletFreezes } = resident;
  const list = useRest(
    CadreFreezes,
    { id },
    walletFreezes,
    ({ node }) => found(node)?.walletFreezes,
  );
  if (!wallet) return null;
  return (
    <Part
      title={t('cadre.wallet')}
      actions={<WalletActs {...{ resident, again, frozen: wallet.frozen }} />}
    >
      <span>
        {t('cadre.wallet.balance', { count: wallet.balance })}{' '}
        {wallet.frozen && <Tag variant="outlined">{t('cadre.wallet.frozen')}</Tag>}
      </span>
      <Lines
        lines={list.data.map(({ frozenAt, reason, unfrozenAt, unfreezeReason }) => ({
          ...{ key: frozenAt, title: reason },
          says: (
            <>
              <Moment of={frozenAt} />
              {unfrozenAt && (
                <>
                  {' – '}
                  <Moment of={unfrozenAt} /> {unfreezeReason}
                </>
              )}
            </>
          ),
        }))}
      />
      <More list={list} of={t('cadre.wallet')} />
    </Part>
  );
}
