import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  CadreAskHouseholds,
  CadreExecuteProject,
  CadreWeigh,
  CadreWriteDocument,
} from '../../../generated/operations';
import { money } from '../../../kit/figures';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { useLanguage } from '../../kit/figures';
import { CloseOpinions } from './close-opinions';
import { ConveneHearing } from './convene-hearing';
import type { Stage } from './project';
import type { Missing } from './stands';
import { Evaluate, POINTS, SettleVisits, Visit } from './supervise-acts';
import { TableProject } from './table-project';

type Props = Stage & { readonly of: Missing };

const SMALL = { size: 'small' as const };

function WriteDocument({ of: { document }, project, again }: Props) {
  const { t } = useTranslation();
  if (!document || !project.standsAt?.mine) return null;
  const kind = t(`cadre.document.${document}`);
  return (
    <ActButton
      document={CadreWriteDocument}
      title={t('cadre.write', { kind })}
      go={t('cadre.write.go')}
      button={SMALL}
      given={{ projectId: project.id, kind: document }}
      effect={t('cadre.write.effect')}
      onDone={again}
      fields={[
        {
          ...{ name: 'title', kind: 'line', label: t('cadre.write.title') },
          first: `${project.title} ${kind}`,
        },
        { name: 'text', kind: 'text', label: t('cadre.write.text') },
      ]}
    />
  );
}

function AskHouseholds({ project, again }: Props) {
  const { t } = useTranslation();
  if (project.opinions?.closedAt === null)
    return <CloseOpinions ballot={project.opinions} again={again} />;
  if (!project.standsAt?.mine) return null;
  return (
    <ActButton
      document={CadreAskHouseholds}
      title={t('cadre.ask')}
      go={t('cadre.ask.go')}
      button={SMALL}
      given={{ projectId: project.id, choices: [t('cadre.ask.for'), t('cadre.ask.against')] }}
      effect={t('cadre.ask.effect')}
      onDone={again}
      fields={[
        {
          ...{ name: 'question', kind: 'line', label: t('cadre.ask.question') },
          first: t('cadre.ask.first', { title: project.title }),
        },
        {
          ...{ name: 'closesAt', kind: 'moment', label: t('cadre.closes-at') },
          first: localOf(new Date(Date.now() + 7 * 86_400_000)),
        },
      ]}
    />
  );
}

function Weigh({ project, again }: Props) {
  const { t } = useTranslation();
  if (!project.standsAt?.mine) return null;
  return (
    <ActButton
      document={CadreWeigh}
      title={t('cadre.weigh')}
      go={t('cadre.weigh')}
      button={SMALL}
      given={{ projectId: project.id }}
      effect={t('cadre.weigh.effect')}
      onDone={again}
      fields={[
        { name: 'urgency', kind: 'choice', label: t('cadre.weigh.urgency'), options: POINTS },
      ]}
    />
  );
}

/** Before the council: to its motion; nowhere yet: the form that tables it. */
function Resolve({ project, again }: Props) {
  const { t } = useTranslation();
  const { motion, standsAt } = project;
  if (motion) return <Link to={`/cadre/motions/${motion.id}`}>{t('cadre.to-motion')}</Link>;
  return standsAt?.mine ? <TableProject {...{ project, again }} /> : null;
}

function Execute({ project, again }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { application, fund, standsAt } = project;
  if (!application || !standsAt?.mine) return null;
  const { requested, applicant, tranches } = application;
  const facts = { amount: money(requested, language), to: applicant.name, year: fund?.year };
  return (
    <ActButton
      document={CadreExecuteProject}
      title={t('cadre.execute-project')}
      go={t('cadre.execute-project')}
      button={SMALL}
      given={{ projectId: project.id }}
      effect={t('cadre.execute-project.effect', { ...facts, count: tranches.length })}
      keyed
      onDone={again}
    />
  );
}

/** What brings each need about; what only time or others bring has none. */
const ACTS: { readonly [K in Missing['need']]?: ComponentType<Props> } = {
  DOCUMENT: WriteDocument,
  OPINIONS_GATHERED: AskHouseholds,
  WEIGHED: Weigh,
  RESOLUTION_PASSED: Resolve,
  NOTICE_OVER: Resolve,
  HEARING_HELD: ConveneHearing,
  MONEY_AWARDED: Execute,
  VISITS_MADE: Visit,
  FINDINGS_SETTLED: SettleVisits,
  EVALUATED: Evaluate,
};

/** The act by which what is missing comes about. */
export function NeedAct(props: Props) {
  const Act = ACTS[props.of.need];
  return Act ? <Act {...props} /> : null;
}
