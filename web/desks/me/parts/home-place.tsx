import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/viewer';
import { Nothing } from '../../kit/shown';

/** The community in which somebody lives, and as which resident. */
export interface Home {
  readonly residentId: string;
  readonly communityId: string;
}

/** Shows something to whoever lives in a community; others are told what to do. */
export function AtHome({ children }: { readonly children: (home: Home) => ReactNode }) {
  const { residence } = useMe();
  const { t } = useTranslation();
  if (!residence) return <Nothing says={t('me.no-home')} />;
  return <>{children({ residentId: residence.id, communityId: residence.community.id })}</>;
}
