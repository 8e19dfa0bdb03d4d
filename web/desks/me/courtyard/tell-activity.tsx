import { useTranslation } from 'react-i18next';
import { MeRecordActivity, MeSitting } from '../../../generated/operations';
import { localOf } from '../../kit/act-input';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import { Ask } from '../parts/ask';
import { useMembers } from '../services/use-members';
import type { OfActivity } from './activity-page';

/**
 * What came of an activity, and which of the team or council were there. Others are found in the
 * register by cadres alone: where others came as well, a cadre tells it.
 */
export function TellActivity({ activity: { id, body }, again }: OfActivity) {
  const { t } = useTranslation();
  const today = localOf(new Date()).slice(0, 10);
  const members = useMembers(body?.organisation?.id);
  const { data: seats } = useWhole(
    MeSitting,
    body?.council ? [{ id: body.council.id, today }] : [],
    ({ node }) => found(node, 'seats')?.seats,
  );
  const sitting = (seats ?? []).flatMap(({ name, resident }) =>
    resident ? [{ value: resident.id, label: name ?? '' }] : [],
  );
  return (
    <Ask
      document={MeRecordActivity}
      label={t('me.activity.tell')}
      effect={t('me.activity.tell.effect')}
      isPrimary
      fields={[
        { name: 'report', label: t('me.activity.report'), kind: 'lines', most: 2000 },
        {
          ...{ name: 'who', label: t('me.activity.came'), kind: 'several' },
          options: [...(members ?? []), ...sitting],
        },
      ]}
      input={({ report, who }) => ({
        ...{ activityId: id, report: String(report) },
        residentIds: [who ?? []].flat().map(String),
      })}
      done={again}
    />
  );
}
