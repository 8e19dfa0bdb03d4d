import { useTranslation } from 'react-i18next';
import type { TillWriteOffLimitFragment } from '../../../generated/operations';
import { money } from '../../../kit/figures';
import { useLanguage } from '../../kit/figures';

/** What one person may write off alone in a day, in words. */
export function useLimitWords(limit: TillWriteOffLimitFragment | null): string {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!limit) return t('store.limit.none');
  const { pieces, value } = limit;
  if (!value) return t('store.limit.pieces', { pieces });
  return t('store.limit', { pieces, value: money(value, language) });
}
