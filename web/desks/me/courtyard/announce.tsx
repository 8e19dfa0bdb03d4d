import { useTranslation } from 'react-i18next';
import { MeAnnounce, MeCourtyards } from '../../../generated/operations';
import { momentOf } from '../../kit/act-input';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import { Ask } from '../parts/ask';
import { useActsFor } from './acts-for';

const MODES = ['SPONTANEOUS', 'COOPERATIVE', 'MOBILISED'] as const;

/** For whoever acts for a courtyard: what it is going to hold. */
export function Announce(props: { readonly communityId: string; readonly done: () => void }) {
  const { communityId, done } = props;
  const { t } = useTranslation();
  const actsFor = useActsFor();
  const { data } = useWhole(
    MeCourtyards,
    [{ communityId }],
    ({ node }) => found(node, 'courtyards')?.courtyards,
  );
  const own = (data ?? []).filter(({ courtyardBody }) => actsFor(courtyardBody));
  if (own.length === 0) return null;
  return (
    <div className="no-print">
      <Ask
        document={MeAnnounce}
        label={t('me.activity.announce')}
        effect={t('me.activity.announce.effect')}
        isPrimary
        fields={[
          {
            ...{ name: 'where', label: t('me.activity.courtyard'), kind: 'choice' },
            ...{ options: own.map(({ id, name }) => ({ value: id, label: name })) },
            initial: own[0]?.id,
          },
          { name: 'title', label: t('me.title'), kind: 'text', most: 100 },
          { name: 'about', label: t('me.activity.about'), kind: 'lines', most: 2000 },
          { name: 'when', label: t('me.meeting.begins'), kind: 'moment' },
          { name: 'venue', label: t('me.meeting.venue'), kind: 'text', most: 100 },
          {
            ...{ name: 'mode', label: t('me.activity.mode'), kind: 'choice' },
            options: MODES.map((each) => ({ value: each, label: t(`me.activity.mode.${each}`) })),
            initial: MODES[0],
          },
        ]}
        input={({ where, title, about, when, venue, mode }) => ({
          ...{ placeId: String(where), title: String(title), about: String(about) },
          ...{ startsAt: momentOf(String(when)), venue: String(venue) },
          mode: MODES.find((each) => each === mode) ?? MODES[0],
        })}
        done={done}
      />
    </div>
  );
}
