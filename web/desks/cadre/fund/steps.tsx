import { CheckCircleFilled, ClockCircleOutlined, RightCircleFilled } from '@ant-design/icons';
import { Card, Flex, theme, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Day } from '../../kit/figures';
import type { Stage, Whole } from './project';
import { daysSince, Need } from './stands';
import { NeedAct } from './need-acts';
import { StepActs } from './step-acts';

type Step = Whole['steps'][number];

const ICONS = {
  PASSED: CheckCircleFilled,
  CURRENT: RightCircleFilled,
  WAITING: ClockCircleOutlined,
};

/** The steps of the procedure in order; the one where the project stands tells what is missing. */
export function Steps({ project, again }: Stage) {
  const { t } = useTranslation();
  return (
    <section>
      <Typography.Title level={2} style={{ fontSize: '1.1rem' }}>
        {t('cadre.steps.title')}
      </Typography.Title>
      <Flex
        component="ol"
        vertical
        gap="small"
        style={{ listStyle: 'none', margin: 0, padding: 0 }}
      >
        {project.steps.map((step) => (
          <li key={step.n} aria-current={step.state === 'CURRENT' ? 'step' : undefined}>
            {step.state === 'CURRENT' && project.standsAt ? (
              <Card size="small">
                <StepLine step={step} />
                <Current {...{ project, again }} />
              </Card>
            ) : (
              <div style={{ paddingInline: 12 }}>
                <StepLine step={step} />
              </div>
            )}
          </li>
        ))}
      </Flex>
    </section>
  );
}

function StepLine({ step: { n, state, plan, since, passedAt } }: { readonly step: Step }) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const Icon = ICONS[state];
  const actors = plan.actors.map((each) => t(`cadre.actor.${each}`)).join(' / ');
  return (
    <Flex gap="small" align="baseline" wrap>
      <Icon
        aria-label={t(`cadre.step.${state}`)}
        style={{ color: state === 'WAITING' ? token.colorTextTertiary : token.colorPrimary }}
      />
      <Typography.Text strong={state === 'CURRENT'}>
        {n}. {plan.says}
      </Typography.Text>
      <Typography.Text type="secondary">
        {actors}
        {passedAt && (
          <>
            {' · '}
            {t('cadre.passed')} <Day of={passedAt.slice(0, 10)} />
          </>
        )}
        {state === 'CURRENT' && since && ` · ${t('cadre.days', { count: daysSince(since) })}`}
      </Typography.Text>
    </Flex>
  );
}

/** What is missing where the project stands, each with its act, and the way on and back. */
function Current({ project, again }: Stage) {
  const { t } = useTranslation();
  const { standsAt } = project;
  if (!standsAt) return null;
  const { missing } = standsAt;
  return (
    <Flex vertical gap="small" style={{ marginTop: 12 }}>
      {missing.length > 0 && (
        <Typography.Text strong>
          {t('cadre.missing.count', { count: missing.length })}
        </Typography.Text>
      )}
      <Flex
        component="ul"
        vertical
        gap="small"
        style={{ listStyle: 'none', margin: 0, padding: 0 }}
      >
        {missing.map((each) => (
          <li key={`${each.need} ${each.document}`}>
            <Flex justify="space-between" align="center" gap="small" wrap>
              <span>
                <Need of={each} />
              </span>
              <NeedAct of={each} {...{ project, again }} />
            </Flex>
          </li>
        ))}
      </Flex>
      <StepActs {...{ project, again }} />
    </Flex>
  );
}
