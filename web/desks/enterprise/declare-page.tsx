import { useTranslation } from 'react-i18next';
import { EnterprisePlaces } from '../../generated/operations';
import { found } from '../kit/found';
import { Nothing, Page, Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';
import { DeclareForm } from './declare-form';
import { useEnterprise } from './enterprises';

/** A surplus of a period that is over is declared, and a part of it promised. */
export function DeclarePage() {
  const { t } = useTranslation();
  const { id } = useEnterprise();
  const read = useRead(EnterprisePlaces, { id });
  return (
    <Page title={t('enterprise.declare')}>
      <Shown read={read} rows={8}>
        {({ node }) => {
          const books = found(node)?.place.lineage.filter(({ keepsBooks }) => keepsBooks) ?? [];
          // The nearest first: a community before its street and its city.
          const nearest = [...books].reverse();
          if (nearest.length === 0) return <Nothing says={t('enterprise.no-books')} />;
          return <DeclareForm enterpriseId={id} books={nearest} />;
        }}
      </Shown>
    </Page>
  );
}
