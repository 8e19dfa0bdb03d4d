import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  CadreAppoint,
  CadreEndMembership,
  CadreMemberships,
  CadreOrganisation,
  type CadreOrganisationQuery,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { Day } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { ResidentPicker } from '../parts/resident-picker';
import { useWhere } from '../where';
import { AppointOutsider } from './appoint-outsider';
import { GiveLogin } from './give-login';
import { ROLES } from './roles';

export type Body = Extract<NonNullable<CadreOrganisationQuery['node']>, { readonly id: string }>;
export type OfBody = { readonly body: Body; readonly again: () => void };

/** A body of the register, and who holds which role in it. */
export function Organisation() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreOrganisation, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const body = found(node);
        if (!body) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page title={body.name}>
            {`${t(`cadre.organisation.${body.kind}`)} · ${body.place.name}`}
            <Members {...{ body, again: read.again }} />
          </Page>
        );
      }}
    </Shown>
  );
}

const today = () => localOf(new Date()).slice(0, 10);

function Members({ body, again }: OfBody) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id: bodyId, memberships } = body;
  const list = useRest(
    CadreMemberships,
    { id: bodyId },
    memberships,
    ({ node }) => found(node)?.memberships,
  );
  const mayGiveLogin = holds('OFFICER') || (holds('CADRE') && body.kind === 'SELF_ORGANISATION');
  return (
    <Part
      title={t('cadre.members')}
      actions={
        holds('OFFICER') && (
          <>
            <Appoint {...{ body, again }} />
            <AppointOutsider {...{ body, again }} />
          </>
        )
      }
    >
      <Lines
        lines={list.data.map(({ id, role, person, validFrom, validUntil }) => ({
          ...{
            key: id,
            title: `${person.name ?? person.displayName} · ${t(`cadre.role.${role}`)}`,
          },
          says: (
            <>
              <Day of={validFrom} /> –{validUntil && <Day of={validUntil} />}
            </>
          ),
          side: validUntil === null && (
            <Flex gap="small" wrap className="no-print">
              {mayGiveLogin && person.login === null && (
                <GiveLogin
                  name={person.name ?? person.displayName}
                  whose={{ personId: person.id }}
                  again={again}
                  button={{ size: 'small' }}
                />
              )}
              {holds('OFFICER') && (
                <ActButton
                  document={CadreEndMembership}
                  title={t('cadre.role.end')}
                  go={t('cadre.role.end')}
                  button={{ size: 'small' }}
                  given={{ membershipId: id }}
                  effect={t('cadre.role.end.effect')}
                  danger
                  onDone={again}
                  fields={[
                    {
                      name: 'validUntil',
                      kind: 'day',
                      label: t('cadre.valid-until'),
                      first: today(),
                    },
                  ]}
                />
              )}
            </Flex>
          ),
        }))}
      />
      <More list={list} of={t('cadre.members')} />
    </Part>
  );
}

function Appoint({ body, again }: OfBody) {
  const { t } = useTranslation();
  const { here } = useWhere();
  const label = t('cadre.resident');
  return (
    <ActButton
      document={CadreAppoint}
      title={t('cadre.appoint')}
      go={t('cadre.appoint')}
      given={{ organisationId: body.id }}
      effect={t('cadre.appoint.effect', { body: body.name })}
      onDone={again}
      fields={[
        {
          ...{ name: 'residentId', kind: 'own', label },
          control: <ResidentPicker communityId={here?.id ?? ''} label={label} />,
        },
        {
          ...{ name: 'role', kind: 'choice', label: t('cadre.role') },
          options: ROLES[body.kind].map((each) => ({
            ...{ value: each, label: t(`cadre.role.${each}`) },
          })),
        },
        { name: 'validFrom', kind: 'day', label: t('cadre.valid-from'), first: today() },
        { name: 'validUntil', kind: 'day', label: t('cadre.valid-until'), optional: true },
      ]}
    />
  );
}
