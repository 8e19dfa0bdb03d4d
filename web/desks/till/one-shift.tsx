import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { TillShift } from '../../generated/operations';
import { found } from '../kit/found';
import { Nothing, Page, Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';
import { ShiftCard } from './shift-card';

/** One shift by itself, for whoever has to settle it and does not stand at the till. */
export function OneShift() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(TillShift, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const shift = found(node);
        if (!shift) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page title={t('store.shift.of', { store: shift.store.name })}>
            <ShiftCard as="section" shift={shift} done={read.again} />
          </Page>
        );
      }}
    </Shown>
  );
}
