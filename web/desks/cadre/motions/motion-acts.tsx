import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CadreConclude,
  CadreMerge,
  CadreMergeInto,
  CadrePutToVote,
  CadreScreen,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import { useWhere } from '../where';
import { leadersOf } from './leads';
import type { OfMotion, Whole } from './motion';
import { Withdraw } from './withdraw';

const WEEK_MS = 7 * 86_400_000;
const PRIMARY = { type: 'primary' as const };

/** The party organisation admits or returns it, with a reason, before silence speaks. */
function Screen({ motion, again }: OfMotion) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  if (motion.writtenByMe || !holds(...leadersOf(motion.place))) return null;
  const screenings = ['ADMIT', 'RETURN'] as const;
  return (
    <>
      <ActButton
        document={CadreScreen}
        title={t('cadre.screen')}
        go={t('cadre.screen')}
        button={PRIMARY}
        given={{ motionId: motion.id }}
        effect={
          motion.screenBy && (
            <>
              {t('cadre.screen-by')} <Moment of={motion.screenBy} />.{' '}
              {motion.council?.rule && t(`cadre.silence.${motion.council.rule.silence}`)}
            </>
          )
        }
        onDone={again}
        fields={[
          {
            ...{ name: 'screening', kind: 'choice', label: t('cadre.screening') },
            options: screenings.map((each) => ({
              value: each,
              label: t(`cadre.screening.${each}`),
            })),
          },
          { name: 'reason', kind: 'text', label: t('cadre.reason') },
          { name: 'hearingFirst', kind: 'yes', label: t('cadre.hearing-first'), first: false },
        ]}
      />
      <Merge {...{ motion, again }} />
    </>
  );
}

/** How far a motion is with which another may be dealt with. */
const UNDECIDED = ['TABLED', 'ADMITTED'] as const;

function Merge({ motion, again }: OfMotion) {
  const { t } = useTranslation();
  const council = motion.council?.id;
  const { data } = useWhole(
    CadreMergeInto,
    council ? UNDECIDED.map((state) => ({ council, state })) : [],
    ({ node }) => found(node)?.motions,
  );
  const others = (data ?? [])
    .map(({ id, title }) => ({ value: id, label: title }))
    .filter(({ value }) => value !== motion.id);
  if (others.length === 0) return null;
  return (
    <ActButton
      document={CadreMerge}
      title={t('cadre.merge')}
      go={t('cadre.merge')}
      given={{ motionId: motion.id }}
      effect={t('cadre.merge.effect')}
      danger
      onDone={again}
      fields={[
        { name: 'intoId', kind: 'choice', label: t('cadre.merged-into'), options: others },
        { name: 'reason', kind: 'text', label: t('cadre.reason') },
      ]}
    />
  );
}

/** Before it is put to the vote: who votes, how many must come, how many must say yes. */
function PutToVote({ motion, again }: OfMotion) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { council } = motion;
  const term = council?.term;
  const facts = {
    ...{ council: council?.name, seats: term?.seats, come: term?.membersToMeet },
    pass: term?.votesToPass,
  };
  return (
    <>
      {holds('CADRE') && (
        <ActButton
          document={CadrePutToVote}
          title={t('cadre.put-to-vote')}
          go={t('cadre.put-to-vote')}
          button={PRIMARY}
          given={{ motionId: motion.id }}
          effect={
            term
              ? `${t('cadre.put-to-vote.effect', facts)} ${t(council.rule?.rollCall ? 'cadre.by-name' : 'cadre.in-secret')}`
              : t('cadre.put-to-vote.unseated')
          }
          danger
          onDone={again}
          fields={[
            {
              ...{ name: 'closesAt', kind: 'moment', label: t('cadre.closes-at') },
              first: localOf(new Date(Date.now() + WEEK_MS)),
            },
          ]}
        />
      )}
      {holds(...leadersOf(motion.place)) && <Merge {...{ motion, again }} />}
    </>
  );
}

/** After the last moment: the count, and the resolution if it passed. */
function Conclude({ motion, again }: OfMotion) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const last = motion.ballots.at(-1);
  const isOver = last !== undefined && new Date(last.closesAt) <= new Date();
  if (!isOver || !holds('CADRE')) return null;
  const { council } = motion;
  return (
    <ActButton
      document={CadreConclude}
      title={t('cadre.conclude')}
      go={t('cadre.conclude')}
      button={PRIMARY}
      given={{ motionId: motion.id }}
      effect={t('cadre.conclude.effect', {
        ...{ base: last.base, pass: council?.term?.votesToPass },
        days: council?.rule?.noticeDays,
      })}
      danger
      onDone={again}
    />
  );
}

/** What can be done with a motion in each state. */
const ACTS: { readonly [State in Whole['state']]?: ComponentType<OfMotion> } = {
  TABLED: Screen,
  ADMITTED: PutToVote,
  VOTING: Conclude,
};

/** What can be done with a motion as it stands. */
export function MotionActs(props: OfMotion) {
  const { state } = props.motion;
  const Acts = ACTS[state];
  return (
    <>
      {Acts && <Acts {...props} />}
      {(state === 'TABLED' || state === 'ADMITTED') && <Withdraw {...props} />}
    </>
  );
}
