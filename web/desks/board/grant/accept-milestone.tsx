import { useTranslation } from 'react-i18next';
import { BoardAcceptMilestone } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { FilesField, type Uploaded } from './files-field';
import type { TrancheProps } from './tranche-card';

/** Somebody accepts what a paid tranche brought, with what showed it: words, photos, papers. */
export function AcceptMilestone({ grant, tranche, again }: TrancheProps) {
  const { t } = useTranslation();
  const last = grant.tranches.every(
    ({ id, milestone }) => id === tranche.id || milestone.acceptedAt !== null,
  );
  return (
    <ActButton
      document={BoardAcceptMilestone}
      title={t('board.milestone.accept')}
      button={{ type: 'primary' }}
      go={t('board.milestone.accept.go')}
      given={{ trancheId: tranche.id }}
      effect={t(last ? 'board.milestone.accept.last' : 'board.milestone.accept.next', {
        milestone: tranche.milestone.title,
      })}
      fields={[
        { name: 'evidence', kind: 'text', label: t('board.milestone.evidence') },
        {
          ...{ name: 'files', kind: 'own', label: t('board.files'), optional: true },
          help: t('board.files.help'),
          control: <FilesField community={grant.pool.place.slug ?? ''} />,
        },
      ]}
      shape={({ evidence, files = [] }) => ({
        evidence,
        fileIds: (files as readonly Uploaded[]).map(({ id }) => id),
      })}
      onDone={again}
    />
  );
}
