import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  TillAllowances,
  type TillAllowancesQuery,
  TillSetAllowance,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { ActButton } from '../../kit/act-form';
import { type Found, found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Mark } from '../mark';

type Class = Found<TillAllowancesQuery['node']>['allowanceClasses'][number];

/** Who, by their role, may set what households may take; the server decides. */
const SETTERS: readonly string[] = ['CADRE', 'OFFICER'];

/** What a household may take of each class in a month: everybody at a store reads it. */
export function AllowancesPage() {
  const { t } = useTranslation();
  const { id: placeId = '' } = useParams();
  const { roles } = useMe();
  const maySet = roles.some(({ role }) => SETTERS.includes(role));
  const read = useRead(TillAllowances, { placeId });
  return (
    <Shown read={read}>
      {({ node }) => {
        const place = found(node);
        if (!place) return <Nothing says={t('desk.not-here')} />;
        const { name, allowanceClasses: classes } = place;
        return (
          <Page
            title={t('store.allowances.of', { place: name })}
            actions={maySet && <SetAllowance placeId={placeId} done={read.again} />}
          >
            <Typography.Text>
              {t(maySet ? 'store.allowances.says' : 'store.allowances.who')}
            </Typography.Text>
            {classes.length === 0 && <Nothing says={t('store.allowances.none')} />}
            <ul className="till-cards">
              {classes.map((each) => (
                <ClassCard key={each.code} of={each}>
                  {maySet && <SetAllowance placeId={placeId} of={each} done={read.again} />}
                </ClassCard>
              ))}
            </ul>
          </Page>
        );
      }}
    </Shown>
  );
}

function ClassCard(props: { readonly of: Class; readonly children: React.ReactNode }) {
  const { name, code, rule, versions } = props.of;
  const { t } = useTranslation();
  return (
    <li className="till-card">
      <Flex gap="small" wrap align="center" justify="space-between">
        <span>
          <strong>{name}</strong> {code}
        </span>
        <span className="till-figure">
          {rule
            ? t('store.allowance', { pieces: rule.pieces, extra: rule.extraPieces })
            : t('store.allowance.not-yet')}
        </span>
      </Flex>
      {versions.edges.map(({ node: { pieces, extraPieces, validFrom, setBy, setAt } }) => (
        <Flex key={setAt + validFrom} gap="small" wrap align="center">
          <span>{t('store.allowance', { pieces, extra: extraPieces })}</span>
          <span>
            {t('store.since')} {validFrom.slice(0, 7)}
          </span>
          {setBy && <span>{t('till.by', { name: setBy.displayName })}</span>}
          {rule && validFrom.slice(0, 7) > rule.fromMonth && (
            <Mark as="busy">{t('store.to-come')}</Mark>
          )}
        </Flex>
      ))}
      {props.children}
    </li>
  );
}

/** A new class may begin this month, one that stands changes with a month to come. */
function SetAllowance(props: {
  readonly placeId: string;
  readonly of?: Class;
  readonly done: () => void;
}) {
  const { placeId, of, done } = props;
  const { t } = useTranslation();
  const title = of ? t('store.allowance.change', { name: of.name }) : t('store.allowance.new');
  return (
    <div>
      <ActButton
        document={TillSetAllowance}
        title={title}
        button={{ type: of ? 'default' : 'primary' }}
        given={{ communityId: placeId, fromMonth: null, ...(of && { code: of.code }) }}
        fields={[
          ...(of
            ? []
            : [{ name: 'code', kind: 'line' as const, label: t('store.allowance.code') }]),
          { name: 'name', kind: 'line', label: t('store.allowance.name'), first: of?.name },
          {
            ...{ name: 'pieces', kind: 'whole', label: t('store.allowance.pieces') },
            first: of?.latestRule?.pieces,
          },
          {
            ...{ name: 'extraPieces', kind: 'whole', label: t('store.allowance.extra') },
            first: of?.latestRule?.extraPieces ?? 0,
          },
          {
            ...{ name: 'fromMonth', kind: 'line', label: t('store.allowance.from') },
            ...{ optional: true, help: t('store.allowance.from.help') },
          },
        ]}
        effect={t('store.allowance.effect')}
        go={title}
        onDone={done}
      />
    </div>
  );
}
