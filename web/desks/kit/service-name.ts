import type { TFunction } from 'i18next';

/** What a kind of service is called; a scheme may have kinds of its own, which are their names. */
export const serviceName = (kind: string | null, t: TFunction): string =>
  t(`desk.service.${kind}`, { defaultValue: kind ?? '' });
