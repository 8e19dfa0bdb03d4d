import { Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreAnswerObjection,
  CadreAttempts,
  CadreExecute,
  CadreLapse,
  CadreObjections,
  type CadreResolutionFragment,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Day, Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRest } from '../../kit/use-rest';
import { Facts } from '../parts/facts';
import { Part } from '../../kit/part';
import { useWhere } from '../where';
import { leadersOf } from './leads';
import type { OfMotion } from './motion';

type Of = OfMotion & { readonly resolution: CadreResolutionFragment };

/** A resolution: until when it is shown, what was said against it, and its execution. */
export function Resolution({ resolution, motion, again }: Of) {
  const { t } = useTranslation();
  const { number, state, adoptedAt, noticeUntil, lapsesOn, endedAt, endedBecause } = resolution;
  const { id, attempts: tried } = resolution;
  const attempts = useRest(CadreAttempts, { id }, tried, ({ node }) => found(node)?.attempts);
  const objections = useRest(
    CadreObjections,
    { id },
    resolution.objections,
    ({ node }) => found(node)?.objections,
  );
  return (
    <Part
      title={
        <>
          {t('cadre.resolution', { number })}{' '}
          <Tag variant="outlined">{t(`cadre.resolution.${state}`)}</Tag>
        </>
      }
      actions={<ResolutionActs {...{ resolution, motion, again }} />}
    >
      <Facts
        rows={[
          [t('cadre.adopted-at'), <Moment key="adopted" of={adoptedAt} />],
          [t('cadre.notice-until'), <Day key="notice" of={noticeUntil} />],
          [t('cadre.lapses-on'), state === 'ADOPTED' && <Day of={lapsesOn} />],
          [t('cadre.ended-at'), endedAt && <Moment of={endedAt} />],
          [t('cadre.ended-because'), endedBecause],
        ]}
      />
      {attempts.data.map(({ triedAt, message }) => (
        <Typography.Text key={triedAt} type="danger">
          {t('cadre.tried')} <Moment of={triedAt} />: {message}
        </Typography.Text>
      ))}
      <More list={attempts} of={t('cadre.tried')} />
      {objections.data.map((objection) => (
        <Objection key={objection.id} {...{ objection, motion, again }} />
      ))}
      <More list={objections} of={t('cadre.objection')} />
    </Part>
  );
}

type ObjectionOf = CadreResolutionFragment['objections']['edges'][number]['node'];

function Objection(props: OfMotion & { readonly objection: ObjectionOf }) {
  const { objection, motion, again } = props;
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, text, raisedAt, answer, upheld } = objection;
  const mayAnswer = answer === null && holds(...leadersOf(motion.place));
  return (
    <Card size="small">
      <Flex justify="space-between" gap="small" wrap align="center">
        <div>
          <Typography.Text strong>{t('cadre.objection')}</Typography.Text> <Moment of={raisedAt} />
          <Typography.Paragraph style={{ margin: 0 }}>{text}</Typography.Paragraph>
          {answer !== null && (
            <Typography.Text type="secondary">
              {t(upheld ? 'cadre.upheld' : 'cadre.not-upheld')}: {answer}
            </Typography.Text>
          )}
        </div>
        {mayAnswer && (
          <ActButton
            document={CadreAnswerObjection}
            title={t('cadre.answer')}
            go={t('cadre.answer')}
            given={{ objectionId: id }}
            effect={t('cadre.answer.effect')}
            danger
            onDone={again}
            fields={[
              { name: 'answer', kind: 'text', label: t('cadre.answer.text') },
              { name: 'upheld', kind: 'yes', label: t('cadre.answer.upheld'), first: false },
            ]}
          />
        )}
      </Flex>
    </Card>
  );
}

/** It is executed once its notice is over and no objection waits; else it lapses or is given up. */
function ResolutionActs({ resolution, motion, again }: Of) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, state, number } = resolution;
  if (state !== 'ADOPTED' || !holds('CADRE', ...leadersOf(motion.place))) return null;
  // What the fund's procedure put before the council is carried out at its step.
  const isFund = motion.kind === 'SPEND_PUBLIC_FUND';
  return (
    <>
      {!isFund && holds('CADRE') && (
        <ActButton
          document={CadreExecute}
          title={t('cadre.execute')}
          go={t('cadre.execute')}
          button={{ type: 'primary' }}
          given={{ resolutionId: id }}
          effect={t('cadre.execute.effect', {
            ...{ number, act: t(`cadre.act.${motion.kind}`), title: motion.title },
          })}
          keyed
          danger
          onDone={again}
          onRefused={again}
        />
      )}
      <ActButton
        document={CadreLapse}
        title={t('cadre.lapse')}
        go={t('cadre.lapse')}
        given={{ resolutionId: id }}
        effect={t('cadre.lapse.effect')}
        danger
        onDone={again}
        fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
      />
    </>
  );
}
