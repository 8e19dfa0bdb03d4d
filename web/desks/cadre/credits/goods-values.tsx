import { useTranslation } from 'react-i18next';
import { CadreGoodsValues, CadreSetGoodsValue } from '../../../generated/operations';
import { todayIn } from '../../../kit/days';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { Part } from '../../kit/part';
import { useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import { useWhere } from '../where';
import type { StoreShown } from './store';

/** What a piece earns a resident who gives it, by product or by class. */
export function GoodsValues({ store }: { readonly store: StoreShown }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, place } = store;
  const list = useList(CadreGoodsValues, { id }, ({ node }) => found(node)?.products);
  const given = { communityId: place.id };
  const day = {
    ...{ name: 'validFrom', kind: 'day' as const, label: t('cadre.scheme.from') },
    first: todayIn('Asia/Shanghai'),
  };
  const credits = {
    name: 'credits',
    kind: 'whole' as const,
    label: t('cadre.goods-value.credits'),
  };
  const classes = place.allowanceClasses.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Part
      title={t('cadre.goods-value')}
      actions={
        holds('OFFICER') &&
        classes.length > 0 && (
          <ActButton
            document={CadreSetGoodsValue}
            title={t('cadre.goods-value.class')}
            go={t('cadre.goods-value.set')}
            given={given}
            effect={t('cadre.goods-value.effect')}
            fields={[
              {
                ...{ name: 'allowanceClass', kind: 'choice', label: t('cadre.goods-value.of') },
                options: classes,
              },
              credits,
              day,
            ]}
            onDone={list.again}
          />
        )
      }
    >
      <LinkList
        list={list}
        none={t('cadre.goods-value.none')}
        line={({ id: productId, name, unit, giftCredits, allowanceClass }) => ({
          ...{ key: productId, title: `${name} · ${unit}` },
          says: [
            giftCredits === null
              ? t('cadre.goods-value.nothing')
              : t('cadre.goods-value.says', { count: giftCredits }),
            allowanceClass?.name,
          ]
            .filter(Boolean)
            .join(' · '),
          side: holds('OFFICER') && (
            <ActButton
              document={CadreSetGoodsValue}
              title={t('cadre.goods-value.set')}
              button={{ size: 'small', 'aria-label': `${t('cadre.goods-value.set')}: ${name}` }}
              go={t('cadre.goods-value.set')}
              given={{ ...given, productId }}
              effect={t('cadre.goods-value.effect')}
              fields={[{ ...credits, first: giftCredits?.toString() }, day]}
              onDone={list.again}
            />
          ),
        })}
      />
    </Part>
  );
}
