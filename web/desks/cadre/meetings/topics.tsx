import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  CadreNoteGroup,
  CadreOpenGroup,
  CadreProposeTopic,
  CadreTopicToMotion,
  CadreTopicToNeed,
  CadreTopics,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRest } from '../../kit/use-rest';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { hasBegun, type OfMeeting, type Whole } from './whole';
import { useWhere } from '../where';

type Topic = Whole['topics']['edges'][number]['node'];
type OfTopic = OfMeeting & { readonly topic: Topic };

const NO_TOPICS: readonly Whole['kind'][] = ['PITCH_FAIR'];

/** What people proposed, the groups that work at it, and what became of it. */
export function Topics({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  const { topics, id, kind, state } = meeting;
  const list = useRest(CadreTopics, { id }, topics, ({ node }) => found(node)?.topics);
  if (NO_TOPICS.includes(kind)) return null;
  const isOpen = state !== 'HELD' && state !== 'CANCELLED';
  const all = list.data;
  if (all.length === 0 && !isOpen) return null;
  return (
    <Part
      title={t('cadre.topics')}
      actions={
        isOpen && (
          <ActButton
            document={CadreProposeTopic}
            title={t('cadre.topic.propose')}
            go={t('cadre.topic.propose')}
            given={{ meetingId: id }}
            onDone={again}
            fields={[
              { name: 'title', kind: 'line', label: t('cadre.topic.title') },
              { name: 'text', kind: 'text', label: t('cadre.topic.text') },
            ]}
          />
        )
      }
    >
      <Lines
        lines={all.map((topic) => ({
          ...{ key: topic.id, title: topic.title },
          says: <TopicSays topic={topic} />,
          side: topic.became ? (
            <Tag variant="outlined">{t(`cadre.topic.${topic.became}`)}</Tag>
          ) : (
            <TopicActs {...{ topic, meeting, again }} />
          ),
        }))}
      />
      <More list={list} of={t('cadre.topics')} />
    </Part>
  );
}

function TopicSays({ topic: { text, note, motion, group } }: { readonly topic: Topic }) {
  const { t } = useTranslation();
  return (
    <>
      {text}
      {note && ` · ${note}`}
      {motion && (
        <>
          {' · '}
          <Link to={`/cadre/motions/${motion.id}`}>{motion.title}</Link>
        </>
      )}
      {group &&
        ` · ${t('cadre.group')} ${[group.spot, group.people, group.notes].filter(Boolean).join(' · ')}`}
    </>
  );
}

function TopicActs({ topic, meeting, again }: OfTopic) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const given = { topicId: topic.id };
  if (!hasBegun(meeting)) return null;
  const mayTable = holds('CADRE', 'PARTY_SECRETARY', 'PARTY_MEMBER');
  const tabledAs = holds('CADRE') ? ('SELF_GOVERNING' as const) : ('PARTY_ORGANISATION' as const);
  return (
    <Flex gap="small" wrap className="no-print">
      {mayTable && (
        <ActButton
          document={CadreTopicToMotion}
          title={t('cadre.topic.to-motion')}
          go={t('cadre.topic.to-motion')}
          button={{ size: 'small' }}
          given={{ ...given, tabledAs }}
          effect={t('cadre.topic.to-motion.effect', { as: t(`cadre.tabler.${tabledAs}`) })}
          onDone={again}
          fields={[
            { name: 'title', kind: 'line', label: t('cadre.motion-title'), first: topic.title },
            { name: 'text', kind: 'text', label: t('cadre.motion-text'), first: topic.text },
          ]}
        />
      )}
      <ActButton
        document={CadreTopicToNeed}
        title={t('cadre.topic.to-need')}
        go={t('cadre.topic.to-need')}
        button={{ size: 'small' }}
        given={given}
        onDone={again}
        fields={[{ name: 'need', kind: 'text', label: t('cadre.topic.need') }]}
      />
      {meeting.kind === 'OPEN_SPACE' && meeting.state !== 'HELD' && (
        <GroupAct {...{ topic, meeting, again }} />
      )}
    </Flex>
  );
}

/** One group works at a topic, and writes down what it came to. */
function GroupAct({ topic, again }: OfTopic) {
  const { t } = useTranslation();
  const { group } = topic;
  if (!group)
    return (
      <ActButton
        document={CadreOpenGroup}
        title={t('cadre.group.open')}
        go={t('cadre.group.open')}
        button={{ size: 'small' }}
        given={{ topicId: topic.id }}
        onDone={again}
        fields={[{ name: 'spot', kind: 'line', label: t('cadre.group.spot') }]}
      />
    );
  return (
    <ActButton
      document={CadreNoteGroup}
      title={t('cadre.group.note')}
      go={t('cadre.group.note')}
      button={{ size: 'small' }}
      given={{ groupId: group.id }}
      onDone={again}
      fields={[
        { name: 'people', kind: 'whole', label: t('cadre.group.people') },
        { name: 'notes', kind: 'text', label: t('cadre.group.notes') },
      ]}
    />
  );
}
