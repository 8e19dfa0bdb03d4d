import { Flex, Tag, theme, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CadreCardFragment } from '../../../generated/operations';
import { Day } from '../../kit/figures';

export type Stands = NonNullable<CadreCardFragment['standsAt']>;
export type Missing = Stands['missing'][number];

const DAY_MS = 86_400_000;

/** For how many whole days something has stood. */
export const daysSince = (since: string): number =>
  Math.floor((Date.now() - new Date(since).getTime()) / DAY_MS);

/** How far a project is: a piece for each step of its procedure. */
export function StepBar({ steps }: { readonly steps: CadreCardFragment['steps'] }) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const passed = steps.filter(({ state }) => state === 'PASSED').length;
  const color = {
    PASSED: token.colorPrimary,
    CURRENT: token.colorPrimaryBorder,
    WAITING: token.colorFillSecondary,
  };
  return (
    <Flex gap={3} role="img" aria-label={t('cadre.steps.passed', { passed, all: steps.length })}>
      {steps.map(({ n, state }) => (
        <span key={n} style={{ flex: 1, height: 6, borderRadius: 3, background: color[state] }} />
      ))}
    </Flex>
  );
}

/** A need in words: `Document: Publicity`, `Supervisors’ visits 1 / 2`. */
export function Need({ of: { need, document, have, needed, from } }: { readonly of: Missing }) {
  const { t } = useTranslation();
  const isCounted = needed > 1;
  return (
    <>
      {document ? t(`cadre.document.${document}`) : t(`cadre.need.${need}`)}
      {isCounted && ` ${have} / ${needed}`}
      {from && (
        <>
          {' '}
          ({t('cadre.from')} <Day of={from} />)
        </>
      )}
    </>
  );
}

/** What is missing at the step where a project stands, in a line. */
export function MissingTags({ missing }: { readonly missing: readonly Missing[] }) {
  const { t } = useTranslation();
  if (missing.length === 0)
    return <Typography.Text strong>{t('cadre.missing.none')}</Typography.Text>;
  return (
    <Flex gap={4} wrap align="center">
      <Typography.Text type="secondary">{t('cadre.missing')}</Typography.Text>
      {missing.map((each) => (
        <Tag key={`${each.need} ${each.document}`} variant="outlined" style={{ margin: 0 }}>
          <Need of={each} />
        </Tag>
      ))}
    </Flex>
  );
}
