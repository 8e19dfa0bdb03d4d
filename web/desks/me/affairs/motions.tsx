import { Flex } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MeMotions,
  type MeMotionLineFragment,
  type MeMotionsQueryVariables,
  MeTableMotion,
} from '../../../generated/operations';
import { Day } from '../../kit/figures';
import { useList } from '../../kit/use-list';
import { Ask } from '../parts/ask';
import { Choose } from '../parts/field';
import type { Home } from '../parts/home-place';
import { Line, Listed } from '../parts/line';

const STATES = [
  ...(['GATHERING', 'TABLED', 'ADMITTED', 'VOTING', 'PASSED', 'REJECTED'] as const),
  ...(['RETURNED', 'MERGED', 'WITHDRAWN'] as const),
];
type State = NonNullable<MeMotionsQueryVariables['state']>;

/** Motions of the community; those that gather names come to hand first. */
export function Motions({ home: { communityId } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const [state, setState] = useState<State | null>(null);
  const list = useList(MeMotions, { communityId, state }, ({ node }) =>
    node && 'motions' in node ? node.motions : null,
  );
  return (
    <Flex vertical gap="middle">
      <Flex gap="small" wrap justify="space-between">
        <TableMotion communityId={communityId} done={list.again} />
        <div style={{ minWidth: 180 }}>
          <Choose
            aria-label={t('me.motions.state')}
            options={STATES.map((each) => ({ value: each, label: t(`me.motion.state.${each}`) }))}
            value={state ?? ''}
            onChange={({ target }) => setState((target.value || null) as State | null)}
          />
        </div>
      </Flex>
      <Listed
        list={list}
        none={t('me.motions.none')}
        draw={(motion) => <MotionLine key={motion.id} motion={motion} />}
      />
    </Flex>
  );
}

/** A motion in a list. */
export function MotionLine({ motion }: { readonly motion: MeMotionLineFragment }) {
  const { t } = useTranslation();
  const { id, title, state, tabledAs, writtenAt } = motion;
  return (
    <Line
      title={title}
      to={`/me/motions/${encodeURIComponent(id)}`}
      state={t(`me.motion.state.${state}`)}
      isGood={state === 'PASSED'}
    >
      {t(`me.motion.by.${tabledAs}`)} · <Day of={writtenAt.slice(0, 10)} />
      {state === 'GATHERING' && ` · ${namesOf(motion, t)}`}
    </Line>
  );
}

/** How many names a motion has, and how many it needs. */
export const namesOf = ({ coSignatures, coSignersNeeded }: MeMotionLineFragment, t: TFunction) =>
  t('me.motion.names', { found: coSignatures, needed: coSignersNeeded });

/** The form in which residents, and members of councils, put something forward. */
function TableMotion({
  communityId,
  done,
}: {
  readonly communityId: string;
  readonly done: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Ask
      document={MeTableMotion}
      label={t('me.motions.table')}
      effect={t('me.motions.table.effect')}
      isPrimary
      fields={[
        { name: 'title', label: t('me.title'), kind: 'text', most: 100 },
        { name: 'text', label: t('me.motions.text'), kind: 'lines', most: 2000 },
        {
          ...{ name: 'as', label: t('me.motions.as'), kind: 'choice', initial: 'RESIDENTS' },
          options: (['RESIDENTS', 'COUNCIL_MEMBER'] as const).map((value) => ({
            value,
            label: t(`me.motion.by.${value}`),
          })),
        },
      ]}
      input={({ title, text, as }) => ({
        ...{ placeId: communityId, title: String(title), text: String(text), act: null },
        tabledAs: as === 'COUNCIL_MEMBER' ? ('COUNCIL_MEMBER' as const) : ('RESIDENTS' as const),
      })}
      done={done}
    />
  );
}
