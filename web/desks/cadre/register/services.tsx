import { useTranslation } from 'react-i18next';
import { CadreReverseService, CadreServices } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Part } from '../../kit/part';
import { serviceName } from '../../kit/service-name';
import { useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import { useWhere } from '../where';
import type { OfResident } from './resident';

/** What a resident did for others; a cadre takes back what was confirmed wrongly. */
export function Services({ resident, again }: OfResident) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const list = useList(CadreServices, { id: resident.id }, ({ node }) => found(node)?.services);
  const done = () => {
    list.again();
    again();
  };
  return (
    <Part title={t('cadre.services')}>
      <LinkList
        list={list}
        none={t('cadre.services.none')}
        line={({
          id,
          serviceKind,
          performedAt,
          minutes,
          credits,
          state,
          reason,
          organisation,
        }) => ({
          key: id,
          title: [serviceName(serviceKind, t), state && t(`cadre.service.${state}`)]
            .filter(Boolean)
            .join(' · '),
          says: (
            <>
              {performedAt && <Moment of={performedAt} />} ·{' '}
              {t('cadre.services.facts', { minutes, credits })} · {organisation?.name}
              {reason && ` · ${reason}`}
            </>
          ),
          side: state === 'CONFIRMED' && holds('CADRE') && (
            <ActButton
              document={CadreReverseService}
              title={t('cadre.services.reverse')}
              go={t('cadre.services.reverse')}
              given={{ serviceId: id }}
              effect={t('cadre.services.reverse.effect', { credits })}
              fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
              keyed
              danger
              onDone={done}
            />
          ),
        })}
      />
    </Part>
  );
}
