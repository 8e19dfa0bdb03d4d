import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreBoxes,
  CadreRecordBox,
  CadreRejectBox,
  CadreWitnessBox,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import type { ActField } from '../../kit/act-field';
import { ActButton } from '../../kit/act-form';
import type { Written } from '../../kit/act-input';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRest } from '../../kit/use-rest';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { ResidentPicker } from '../parts/resident-picker';
import { useWhere } from '../where';
import type { OfBallot, Whole } from './ballot';

/** The papers for each choice: a field for each, and one list in the choices' order. */
const countFields = (choices: readonly string[], label: (choice: string) => string): ActField[] =>
  choices.map((choice, n) => ({ name: `count${n}`, kind: 'whole', label: label(choice) }));

const countsOf = (choices: readonly string[]) => (input: Written) => {
  const counts = choices.map((_, n) => input[`count${n}`]);
  const others = Object.entries(input).filter(([name]) => !/^count\d+$/.test(name));
  return { ...Object.fromEntries(others), counts };
};

/** Boxes of papers: a clerk records one, and a witness counts it again without seeing how. */
export function Boxes({ ballot, again }: OfBallot) {
  const { t } = useTranslation();
  const { id, paperBoxes, closedAt } = ballot;
  const list = useRest(CadreBoxes, { id }, paperBoxes, ({ node }) => found(node)?.paperBoxes);
  const boxes = list.data;
  if (boxes.length === 0 && closedAt !== null) return null;
  return (
    <Part
      title={t('cadre.boxes')}
      actions={closedAt === null && <RecordBox {...{ ballot, again }} />}
    >
      <Lines
        lines={boxes.map((box) => ({
          ...{ key: box.id, title: box.place },
          says: [
            t(`cadre.box-state.${box.state}`),
            t('cadre.box.marked', { count: box.marked }),
            box.recordedBy?.displayName,
            box.decidedBy?.displayName,
            box.rejectReason,
          ]
            .filter(Boolean)
            .join(' · '),
          side: box.state === 'WAITING' && <BoxActs {...{ box, ballot, again }} />,
        }))}
      />
      <More list={list} of={t('cadre.boxes')} />
    </Part>
  );
}

function RecordBox({ ballot, again }: OfBallot) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  if (!holds('CADRE', 'OFFICER')) return null;
  const label = t('cadre.box.takers');
  return (
    <ActButton
      document={CadreRecordBox}
      title={t('cadre.box.record')}
      go={t('cadre.box.record')}
      given={{ ballotId: ballot.id }}
      effect={t('cadre.box.effect')}
      onDone={again}
      shape={countsOf(ballot.choices)}
      fields={[
        { name: 'place', kind: 'line', label: t('cadre.box.place') },
        ...countFields(ballot.choices, (choice) => t('cadre.box.count', { choice })),
        {
          ...{ name: 'takers', kind: 'own', label },
          control: (
            <ResidentPicker communityId={ballot.community?.id ?? ''} label={label} several />
          ),
        },
      ]}
    />
  );
}

type Box = Whole['paperBoxes']['edges'][number]['node'];

function BoxActs({ box, ballot, again }: OfBallot & { readonly box: Box }) {
  const { t } = useTranslation();
  const { person } = useMe();
  return (
    <Flex gap="small" wrap className="no-print">
      {box.recordedBy?.id !== person.id && (
        <ActButton
          document={CadreWitnessBox}
          title={t('cadre.box.witness')}
          go={t('cadre.box.witness')}
          given={{ paperBoxId: box.id }}
          effect={t('cadre.box.witness.effect')}
          onDone={again}
          shape={countsOf(ballot.choices)}
          fields={countFields(ballot.choices, (choice) => t('cadre.box.count', { choice }))}
        />
      )}
      <ActButton
        document={CadreRejectBox}
        title={t('cadre.reject')}
        go={t('cadre.reject')}
        given={{ paperBoxId: box.id }}
        effect={t('cadre.box.reject.effect')}
        danger
        onDone={again}
        fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
      />
    </Flex>
  );
}
