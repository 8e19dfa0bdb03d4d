import { useTranslation } from 'react-i18next';
import { MeBackPitch, MePitch, MePitches } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRest } from '../../kit/use-rest';
import { Ask } from '../parts/ask';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import type { Meeting } from './meeting-page';

/** Projects at a pitch fair: teams present them, households back them. */
export function Pitches({
  meeting,
  again,
}: {
  readonly meeting: Meeting;
  readonly again: () => void;
}) {
  const { t } = useTranslation();
  const list = useRest(
    MePitches,
    { id: meeting.id },
    meeting.pitches,
    ({ node }) => found(node, 'pitches')?.pitches,
  );
  const isHeld = ['UNDER_WAY', 'OVER'].includes(meeting.state);
  if (meeting.kind !== 'PITCH_FAIR') return null;
  return (
    <Part
      title={t('me.pitches')}
      actions={meeting.state === 'CONVENED' && <Pitch id={meeting.id} again={again} />}
    >
      {list.data.length === 0 && <span>{t('me.pitches.none')}</span>}
      <Lines>
        {list.data.map(({ id, title, text, organisation, backers }) => (
          <Line
            key={id}
            title={title}
            state={
              backers &&
              !backers.suppressed &&
              t('me.pitches.backers', { count: backers.count ?? 0 })
            }
            actions={
              isHeld && (
                <Ask
                  document={MeBackPitch}
                  label={t('me.pitches.back')}
                  effect={t('me.pitches.back.effect', { title })}
                  input={() => ({ pitchId: id })}
                  done={again}
                />
              )
            }
          >
            {organisation?.name} · {text}
          </Line>
        ))}
      </Lines>
      <More list={list} of={t('me.pitches')} />
    </Part>
  );
}

function Pitch({ id, again }: { readonly id: string; readonly again: () => void }) {
  const { t } = useTranslation();
  const { roles } = useMe();
  const led = roles.filter(({ role }) => role === 'LEADER');
  if (led.length === 0) return null;
  return (
    <Ask
      document={MePitch}
      label={t('me.pitches.present')}
      fields={[
        {
          ...{ name: 'team', label: t('me.nav.teams'), kind: 'choice' },
          options: led.map(({ organisation }) => ({
            value: organisation.id,
            label: organisation.name,
          })),
        },
        { name: 'title', label: t('me.title'), kind: 'text', most: 100 },
        { name: 'text', label: t('me.topics.text'), kind: 'lines', most: 500 },
      ]}
      input={({ team, title, text }) => ({
        ...{ meetingId: id, organisationId: String(team) },
        ...{ title: String(title), text: String(text) },
      })}
      done={again}
    />
  );
}
