import { useTranslation } from 'react-i18next';
import { todayIn } from '../../kit/days';
import type { Listed } from './whole';
import './project-words';

/** How far a project is, in words, and how that is to be taken. */
export interface Stand {
  readonly says: string;
  readonly status: 'success' | 'default' | 'warning' | 'processing';
}

/** What it came to; while it goes on, how many steps are done, and whether one is late. */
export function useStandOf(): (project: Listed) => Stand {
  const { t } = useTranslation();
  return ({ outcome, steps, place }) => {
    if (outcome)
      return {
        says: t(`projects.outcome.${outcome}`),
        status: outcome === 'REACHED' ? 'success' : 'default',
      };
    const today = todayIn(place?.timeZone ?? 'Asia/Shanghai');
    const done = steps.filter(({ doneOn }) => doneOn !== null).length;
    const isLate = steps.some(({ doneOn, dueOn }) => doneOn === null && dueOn < today);
    const says = t('projects.steps.done', { done, all: steps.length });
    return isLate
      ? { says: `${says} · ${t('projects.late')}`, status: 'warning' }
      : { says, status: 'processing' };
  };
}
