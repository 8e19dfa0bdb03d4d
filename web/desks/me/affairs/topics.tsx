import { useTranslation } from 'react-i18next';
import {
  MeMeetingKinds,
  MeProposeTopic,
  MeTopics,
  MeWithdrawTopic,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
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
  const { person } = useMe();
  const { data } = useRead(MeMeetingKinds, {});
  const takes = data?.meetingKinds.find(({ kind }) => kind === meeting.kind)?.topics;
  const isComing = meeting.state === 'CONVENED';
  const mayPropose =
    takes === 'END'
      ? isComing || meeting.state === 'UNDER_WAY'
      : takes === 'DAY_BEFORE' && isComing;
  const list = useRest(
    MeTopics,
    { id: meeting.id },
    meeting.topics,
    ({ node }) => found(node, 'topics')?.topics,
  );
  if (list.data.length === 0 && !mayPropose) return null;
  return (
    <Part title={t('me.topics')} actions={mayPropose && <Propose id={meeting.id} again={again} />}>
      {list.data.length === 0 && <span>{t('me.topics.none')}</span>}
      <Lines>
        {list.data.map(({ id, title, text, became, note, motion, proposedBy }) => (
          <Line
            key={id}
            title={title}
            {...(motion ? { to: `/me/motions/${encodeURIComponent(motion.id)}` } : {})}
            state={became && t(`me.topic.${became}`)}
            isGood={became === 'MOTION'}
            actions={
              became === null && proposedBy?.id === person.id && <Withdraw id={id} again={again} />
            }
          >
            {text}
            {note && ` · ${note}`}
          </Line>
        ))}
      </Lines>
      <More list={list} of={t('me.topics')} />
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

/** Whoever proposed it takes it off, as long as nothing has come of it. */
function Withdraw({ id, again }: { readonly id: string; readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <Ask
      document={MeWithdrawTopic}
      label={t('me.topics.withdraw')}
      effect={t('me.topics.withdraw.effect')}
      fields={[{ name: 'reason', label: t('me.why'), kind: 'lines', most: 2000 }]}
      input={({ reason }) => ({ topicId: id, reason: String(reason) })}
      done={again}
      isGrave
    />
  );
}
