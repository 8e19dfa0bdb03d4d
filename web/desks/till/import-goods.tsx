import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { NotHere } from '../app/not-here';
import { ImportInto } from '../imports/import-into';
import { Nothing } from '../kit/shown';
import { useTill } from './at-store';

const BACK = { lots: '/till/intake', products: '/till/goods' } as const;

/** Goods that came in, or what the store offers, from a file. */
export default function ImportGoods() {
  const { t } = useTranslation();
  const { noun = '' } = useParams();
  const { store, shelf } = useTill();
  if (noun !== 'lots' && noun !== 'products') return <NotHere />;
  // What is offered is for whoever runs the store; goods come in by all who serve there.
  if (noun === 'products' && !store.runs) return <Nothing says={t('imports.not-yours')} />;
  return (
    <ImportInto noun={noun} placeId={store.place.id} backTo={BACK[noun]} onTaken={shelf.again} />
  );
}
