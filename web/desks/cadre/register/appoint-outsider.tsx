import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CadreAppoint,
  CadreRegisterPerson,
  type CadreRegisterPersonMutation,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import type { OfBody } from './organisation';
import { ROLES } from './roles';

/**
 * For somebody who lives elsewhere: first they are put on the register, then they get a role. Who
 * was registered here and has no role yet is kept until then, so that nobody is registered twice.
 */
export function AppointOutsider({ body, again }: OfBody) {
  const { t } = useTranslation();
  const [personId, keep] = useState<string>();
  if (personId === undefined)
    return (
      <ActButton
        document={CadreRegisterPerson}
        title={t('cadre.outsider')}
        go={t('cadre.outsider.register')}
        effect={t('cadre.outsider.effect', { body: body.name })}
        onDone={(answered) => {
          const { person } = answered as CadreRegisterPersonMutation['registerPerson'];
          keep(person?.id);
        }}
        fields={[{ name: 'name', kind: 'line', label: t('cadre.person-name') }]}
      />
    );
  return (
    <ActButton
      document={CadreAppoint}
      title={t('cadre.outsider.appoint')}
      go={t('cadre.outsider.appoint')}
      button={{ type: 'primary' }}
      given={{ organisationId: body.id, personId }}
      effect={t('cadre.appoint.effect', { body: body.name })}
      onDone={() => {
        keep(undefined);
        again();
      }}
      fields={[
        {
          ...{ name: 'role', kind: 'choice', label: t('cadre.role') },
          options: ROLES[body.kind].map((each) => ({
            ...{ value: each, label: t(`cadre.role.${each}`) },
          })),
        },
        {
          ...{ name: 'validFrom', kind: 'day', label: t('cadre.valid-from') },
          first: localOf(new Date()).slice(0, 10),
        },
        { name: 'validUntil', kind: 'day', label: t('cadre.valid-until'), optional: true },
      ]}
    />
  );
}
