import { useTranslation } from 'react-i18next';
import { CadreMatters, CadreRelease, CadreReserve } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Lines } from '../parts/link-list';
import { type Community, useWhere } from '../where';

const ACTS = [
  ...(['SET_PRICE', 'SET_SERVICE_RATES', 'SET_ROUTING_PLAN', 'SET_POOL_THRESHOLDS'] as const),
  ...(['SET_POOL_DECIDER', 'OPEN_PROJECT', 'APPOINT_MEMBER', 'END_MEMBERSHIP'] as const),
  ...(['SET_COUNCIL_RULE', 'VACATE_SEAT'] as const),
];

/** What nobody does in a community without a resolution. */
export function Matters() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <MattersOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

function MattersOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const read = useRead(CadreMatters, { place: here.id });
  return (
    <Page
      title={t('cadre.matters')}
      actions={
        holds('OFFICER') && (
          <ActButton
            document={CadreReserve}
            title={t('cadre.reserve')}
            go={t('cadre.reserve')}
            button={{ type: 'primary' }}
            given={{ communityId: here.id }}
            effect={t('cadre.reserve.effect')}
            danger
            onDone={read.again}
            fields={[
              {
                ...{ name: 'act', kind: 'choice', label: t('cadre.opens.act') },
                options: ACTS.map((each) => ({ value: each, label: t(`cadre.act.${each}`) })),
              },
            ]}
          />
        )
      }
    >
      {t('cadre.matters.says')}
      <Shown read={read}>
        {({ node }) => {
          const matters = found(node)?.reservedMatters ?? [];
          if (matters.length === 0) return <Nothing says={t('cadre.matters.none')} />;
          return (
            <Lines
              lines={matters.map(({ id, act, validFrom, validUntil }) => ({
                ...{ key: id, title: t(`cadre.act.${act}`) },
                says: (
                  <>
                    <Moment of={validFrom} /> –{validUntil && <Moment of={validUntil} />}
                  </>
                ),
                side: holds('OFFICER') && validUntil === null && (
                  <ActButton
                    document={CadreRelease}
                    title={t('cadre.release')}
                    go={t('cadre.release')}
                    given={{ matterId: id }}
                    effect={t('cadre.release.effect')}
                    danger
                    onDone={read.again}
                  />
                ),
              }))}
            />
          );
        }}
      </Shown>
    </Page>
  );
}
