import { useTranslation } from 'react-i18next';
import { MeRollCall } from '../../../generated/operations';
import { useList } from '../../kit/use-list';
import { Line, Listed } from '../parts/line';
import { Part } from '../../kit/part';

/** Who voted what by name, once it is closed. */
export function RollCall({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const list = useList(MeRollCall, { id }, ({ node }) =>
    node && 'rollCall' in node ? node.rollCall : null,
  );
  return (
    <Part title={t('me.named.roll')}>
      <Listed
        list={list}
        none={t('me.named.none')}
        draw={({ resident, choices }) => (
          <Line key={resident?.id} title={resident?.name ?? resident?.displayName}>
            {choices.join('、') || t('me.ballot.none-marked')}
          </Line>
        )}
      />
    </Part>
  );
}
