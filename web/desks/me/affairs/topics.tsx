import { useTranslation } from 'react-i18next';
import { MeMeetingKinds, MeProposeTopic } from '../../../generated/operations';
import { useRead } from '../../kit/use-read';
import { Ask } from '../parts/ask';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import type { Meeting } from './meeting-page';

/** What people want a meeting to talk of; whoever lives there adds to it while it takes topics. */
export function Topics({
  meeting,
  again,
}: {
  readonly meeting: Meeting;
  readonly again: () => void;
}) {
  const { t } = useTranslation();
  const { data } = useRead(MeMeetingKinds, {});
  const takes = data?.meetingKinds.find(({ kind }) => kind === meeting.kind)?.topics;
  const isComing = meeting.state === 'CONVENED';
  const mayPropose =
    takes === 'END'
      ? isComing || meeting.state === 'UNDER_WAY'
      : takes === 'DAY_BEFORE' && isComing;
  const { edges } = meeting.topics;
  if (edges.length === 0 && !mayPropose) return null;
  return (
    <Part title={t('me.topics')} actions={mayPropose && <Propose id={meeting.id} again={again} />}>
      {edges.length === 0 && <span>{t('me.topics.none')}</span>}
      <Lines>
        {edges.map(({ node: { id, title, text, became, note, motion } }) => (
          <Line
            key={id}
            title={title}
            {...(motion ? { to: `/me/motions/${encodeURIComponent(motion.id)}` } : {})}
            state={became && t(`me.topic.${became}`)}
            isGood={became === 'MOTION'}
          >
            {text}
            {note && ` · ${note}`}
          </Line>
        ))}
      </Lines>
    </Part>
  );
}

function Propose({ id, again }: { readonly id: string; readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <Ask
      document={MeProposeTopic}
      label={t('me.topics.propose')}
      fields={[
        { name: 'title', label: t('me.title'), kind: 'text', most: 100 },
        { name: 'text', label: t('me.topics.text'), kind: 'lines', most: 500 },
      ]}
      input={({ title, text }) => ({ meetingId: id, title: String(title), text: String(text) })}
      done={again}
    />
  );
}
