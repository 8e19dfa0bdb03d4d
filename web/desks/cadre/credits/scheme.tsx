import { useTranslation } from 'react-i18next';
import type { CadreCreditsQuery } from '../../../generated/operations';
import type { Found } from '../../kit/found';
import { Part } from '../../kit/part';
import { serviceName } from '../../kit/service-name';
import { Nothing } from '../../kit/shown';
import { Facts } from '../parts/facts';
import { type Community, useWhere } from '../where';
import { OpenScheme } from './open-scheme';
import { SetCourseRate, SetServiceRates, SetTransferRule } from './scheme-acts';

type Place = Found<CadreCreditsQuery['node']>;

/** The scheme that holds in a community. */
export type SchemeShown = NonNullable<Place['creditScheme']>;

/** What services and courses earn today, the cap, the end, and what may be handed on. */
export function Scheme(props: {
  readonly here: Community;
  readonly place: Place;
  readonly again: () => void;
}) {
  const { here, place, again } = props;
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { creditScheme: scheme, parent } = place;
  if (!scheme)
    return (
      <Part title={t('cadre.scheme')}>
        <Nothing says={t('cadre.scheme.none')}>
          {holds('OFFICER') && <OpenScheme {...{ here, parent, again }} />}
        </Nothing>
      </Part>
    );
  return (
    <Part
      title={`${t('cadre.scheme')} · ${scheme.name}`}
      actions={
        holds('OFFICER') && (
          <>
            <SetServiceRates {...{ scheme, again }} />
            <SetCourseRate {...{ scheme, again }} />
            <SetTransferRule {...{ scheme, again }} />
          </>
        )
      }
    >
      <SchemeFacts scheme={scheme} />
    </Part>
  );
}

function SchemeFacts({ scheme }: { readonly scheme: SchemeShown }) {
  const { t } = useTranslation();
  const { rates, courseRate, transferRule, monthlyCap, capCoversGoods, expiryMonths } = scheme;
  const cap = capCoversGoods ? 'cadre.scheme.cap.all' : 'cadre.scheme.cap.says';
  return (
    <Facts
      rows={[
        [t('cadre.scheme.holds-in'), scheme.place.name],
        ...rates.map(
          ({ serviceKind, creditsPerHour }) =>
            [
              serviceName(serviceKind, t),
              t('cadre.scheme.per-hour', { count: creditsPerHour }),
            ] as const,
        ),
        [
          t('cadre.scheme.course'),
          courseRate && courseRate.credits > 0
            ? t(`cadre.scheme.course.${courseRate.per}`, { count: courseRate.credits })
            : t('cadre.scheme.nothing'),
        ],
        [
          t('cadre.scheme.cap'),
          monthlyCap === null ? t('cadre.scheme.cap.none') : t(cap, { count: monthlyCap }),
        ],
        [
          t('cadre.scheme.expiry'),
          expiryMonths === null
            ? t('cadre.scheme.expiry.never')
            : t('cadre.scheme.expiry.months', { count: expiryMonths }),
        ],
        [
          t('cadre.scheme.transfer'),
          transferRule && transferRule.monthlyLimit > 0
            ? t('cadre.scheme.transfer.says', { count: transferRule.monthlyLimit })
            : t('cadre.scheme.nothing'),
        ],
      ]}
    />
  );
}
