import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  TillRuleBook,
  type TillRuleVersionFragment,
  TillSetRule,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Part } from '../../kit/part';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useRead } from '../../kit/use-read';
import { useTill } from '../at-store';
import { LinkButton } from '../link-button';
import { Mark } from '../mark';
import { useRuleSays } from './rule-says';
import { SetRule } from './set-rule';

/** What the till follows: today, and every version there was and will be. */
export function RulesPage() {
  const { t } = useTranslation();
  const { store, shelf } = useTill();
  const { id: storeId } = store;
  const read = useRead(TillRuleBook, { storeId, after: null });
  const versions = useList(TillRuleBook, { storeId }, ({ node }) => found(node)?.tillRuleVersions);
  const again = () => {
    read.again();
    versions.again();
    shelf.again();
  };
  const actions = (
    <>
      <LinkButton to="/till/goods">{t('store.goods')}</LinkButton>
      {store.runs && <SetRule done={again} />}
    </>
  );
  return (
    <Page title={t('store.rules')} actions={actions}>
      <Part title={t('store.rules.now')}>
        <Shown read={read}>
          {({ node }) => {
            const rules = found(node)?.tillRules ?? [];
            if (rules.length === 0) return <Nothing says={t('store.rules.none')} />;
            return (
              <ul className="till-cards">
                {rules.map((rule) => (
                  <RuleCard key={keyOf(rule)} rule={rule}>
                    {store.runs && rule.store && <TakeBack rule={rule} done={again} />}
                  </RuleCard>
                ))}
              </ul>
            );
          }}
        </Shown>
      </Part>
      <Part title={t('store.rules.versions')}>
        <Listed list={versions} empty={t('store.rules.none')}>
          {(all) => (
            <ul className="till-cards">
              {all.map((rule) => (
                <RuleCard key={keyOf(rule)} rule={rule} />
              ))}
            </ul>
          )}
        </Listed>
      </Part>
    </Page>
  );
}

const keyOf = ({ kind, store, productClass, priorityGroup, setAt }: TillRuleVersionFragment) =>
  [kind, store?.id, productClass?.code, priorityGroup, setAt].join(' ');

function RuleCard(props: {
  readonly rule: TillRuleVersionFragment;
  readonly children?: React.ReactNode;
}) {
  const { rule, children } = props;
  const { t } = useTranslation();
  const says = useRuleSays();
  const { timeZone } = useTill().store.place;
  const { validFrom, validUntil, setBy, store } = rule;
  return (
    <li className="till-card">
      <strong>{says(rule)}</strong>
      <Flex gap="small" wrap align="center">
        <Mark as="plain">{t(store ? 'store.rule.here' : 'store.rule.everywhere')}</Mark>
        <span>
          {t('store.since')} <Moment of={validFrom} timeZone={timeZone} />
        </span>
        {validUntil && (
          <span>
            {t('store.until')} <Moment of={validUntil} timeZone={timeZone} />
          </span>
        )}
        {setBy && <span>{t('till.by', { name: setBy.displayName })}</span>}
      </Flex>
      {children}
    </li>
  );
}

/** What a store has set for itself ends now; then the community's rule holds, if there is one. */
function TakeBack(props: { readonly rule: TillRuleVersionFragment; readonly done: () => void }) {
  const { rule, done } = props;
  const { t } = useTranslation();
  const says = useRuleSays();
  const { store } = useTill();
  const { kind, priorityGroup, productClass } = rule;
  return (
    <div>
      <ActButton
        document={TillSetRule}
        title={t('store.rule.take-back')}
        button={{ 'aria-label': `${t('store.rule.take-back')} ${says(rule)}` }}
        given={{
          ...{ communityId: store.place.id, storeId: store.id, kind, priorityGroup },
          ...{ productClass: productClass?.code ?? null, value: null, from: null, until: null },
        }}
        effect={t('store.rule.take-back.effect', { rule: says(rule) })}
        go={t('store.rule.take-back')}
        onDone={done}
      />
    </div>
  );
}
