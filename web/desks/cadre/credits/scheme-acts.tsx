import { useTranslation } from 'react-i18next';
import {
  CadreSetCourseRate,
  CadreSetServiceRates,
  CadreSetTransferRule,
} from '../../../generated/operations';
import { daysAfter, todayIn } from '../../../kit/days';
import { ActButton } from '../../kit/act-form';
import { RatesInput, ratesOf } from './rates-input';
import type { SchemeShown } from './scheme';

interface OfScheme {
  readonly scheme: SchemeShown;
  readonly again: () => void;
}

const today = () => todayIn('Asia/Shanghai');
const tomorrow = () => daysAfter(today(), 1);

/** The whole set of what services earn, from a coming day on. */
export function SetServiceRates({ scheme, again }: OfScheme) {
  const { t } = useTranslation();
  const rows = scheme.rates.map(({ serviceKind, creditsPerHour }) => ({
    ...{ serviceKind, creditsPerHour: String(creditsPerHour) },
  }));
  return (
    <ActButton
      document={CadreSetServiceRates}
      title={t('cadre.scheme.set-rates')}
      go={t('cadre.scheme.set-rates')}
      given={{ schemeId: scheme.id }}
      effect={t('cadre.scheme.set-rates.effect', { name: scheme.place.name })}
      fields={[
        {
          ...{ name: 'rates', kind: 'own', label: t('cadre.scheme.rates'), first: rows },
          control: <RatesInput />,
        },
        {
          ...{ name: 'validFrom', kind: 'day', label: t('cadre.scheme.from'), first: tomorrow() },
        },
      ]}
      shape={({ rates, ...written }) => ({ ...written, rates: ratesOf(rates) })}
      onDone={again}
    />
  );
}

const PER = ['SESSION', 'HOUR'] as const;

export function SetCourseRate({ scheme, again }: OfScheme) {
  const { t } = useTranslation();
  const { courseRate } = scheme;
  return (
    <ActButton
      document={CadreSetCourseRate}
      title={t('cadre.scheme.set-course')}
      go={t('cadre.scheme.set-course')}
      given={{ schemeId: scheme.id }}
      fields={[
        {
          ...{ name: 'credits', kind: 'whole', label: t('cadre.scheme.credits') },
          first: String(courseRate?.credits ?? 0),
        },
        {
          ...{ name: 'per', kind: 'choice', label: t('cadre.scheme.per') },
          options: PER.map((value) => ({ value, label: t(`cadre.scheme.per.${value}`) })),
          first: courseRate?.per ?? 'SESSION',
        },
        {
          ...{ name: 'validFrom', kind: 'day', label: t('cadre.scheme.from'), first: tomorrow() },
        },
      ]}
      onDone={again}
    />
  );
}

/** What a resident may hand on within the household in a month, from a coming month on. */
export function SetTransferRule({ scheme, again }: OfScheme) {
  const { t } = useTranslation();
  return (
    <ActButton
      document={CadreSetTransferRule}
      title={t('cadre.scheme.set-transfer')}
      go={t('cadre.scheme.set-transfer')}
      given={{ schemeId: scheme.id }}
      effect={t('cadre.scheme.set-transfer.effect')}
      fields={[
        {
          ...{ name: 'monthlyLimit', kind: 'whole', label: t('cadre.scheme.limit') },
          first: String(scheme.transferRule?.monthlyLimit ?? 0),
        },
        {
          ...{ name: 'fromMonth', kind: 'line', label: t('cadre.scheme.from-month') },
          first: monthAfter(today()),
        },
      ]}
      onDone={again}
    />
  );
}

/** The month after that of a day, as `2027-01`. */
const monthAfter = (day: string): string => daysAfter(`${day.slice(0, 7)}-28`, 4).slice(0, 7);
