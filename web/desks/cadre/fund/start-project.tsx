import { useTranslation } from 'react-i18next';
import {
  type CadreFundFragment,
  type CadreProcedureFragment,
  CadreProcedures,
  CadreStartProject,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { useLanguage } from '../../kit/figures';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import { money } from '../../../kit/figures';
import { useWhere } from '../where';
import type { Funds } from './board';

/** The newest version of each procedure that holds in a community: its own, and those above. */
function newestOf(published: readonly CadreProcedureFragment[]) {
  const all = [...published].sort((a, b) => b.version - a.version).reverse();
  return [...new Map(all.map((each) => [each.code, each])).values()];
}

const USES = [
  ...(['ORGANISATIONS', 'VOLUNTEERING', 'INFRASTRUCTURE'] as const),
  ...(['CULTURE_SPORT', 'EDUCATION', 'ENVIRONMENT'] as const),
];

/** Begins a project of the fund. */
export function StartProject(props: {
  readonly fund: CadreFundFragment;
  readonly place: Funds;
  readonly onDone: () => void;
}) {
  const { fund, place, onDone } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { holds } = useWhere();
  const mayStart = holds('CADRE', 'PARTY_SECRETARY', 'PARTY_MEMBER');
  const places = [place.id, ...place.lineage.map(({ id }) => id)];
  const { data: published } = useWhole(
    CadreProcedures,
    mayStart ? [...new Set(places)].map((id) => ({ place: id })) : [],
    ({ node }) => found(node)?.fundProcedures,
  );
  if (!mayStart || !published) return null;
  const procedures = newestOf(published).map(({ id, says, largest, steps }) => ({
    value: id,
    label: [
      says,
      t('cadre.steps', { count: steps.length }),
      largest && t('cadre.up-to', { amount: money(largest, language) }),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return (
    <ActButton
      document={CadreStartProject}
      title={t('cadre.start')}
      go={t('cadre.start.go')}
      button={{ type: 'primary' }}
      given={{ fundId: fund.id }}
      onDone={onDone}
      fields={[
        { name: 'title', kind: 'line', label: t('cadre.start.title') },
        { name: 'description', kind: 'text', label: t('cadre.start.description') },
        {
          ...{ name: 'procedureId', kind: 'choice', label: t('cadre.start.procedure') },
          ...{ options: procedures, first: procedures[0]?.value },
        },
        {
          ...{ name: 'use', kind: 'choice', label: t('cadre.start.use') },
          options: USES.map((use) => ({ value: use, label: t(`cadre.use.${use}`) })),
        },
        { name: 'cost', kind: 'money', label: t('cadre.cost') },
        {
          ...{ name: 'selfRaised', kind: 'money', label: t('cadre.self-raised') },
          ...{ optional: true, help: t('cadre.self-raised.says') },
        },
      ]}
    />
  );
}
