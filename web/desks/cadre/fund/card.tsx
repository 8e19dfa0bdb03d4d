import { Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CadreCardFragment } from '../../../generated/operations';
import { Day, Money } from '../../kit/figures';
import { daysSince, MissingTags, StepBar } from './stands';

/** A project on the board: where it stands, since when, and what is missing there. */
export function ProjectCard({ project }: { readonly project: CadreCardFragment }) {
  const { t } = useTranslation();
  const { id, title, purpose, cost, steps, standsAt, state, endedAt, procedure } = project;
  return (
    <Card size="small" style={{ height: '100%' }}>
      <Flex vertical gap="small">
        <Flex justify="space-between" gap="small">
          <Link to={id}>
            <Typography.Text strong>{title}</Typography.Text>
          </Link>
          <Money of={cost} />
        </Flex>
        <Typography.Text type="secondary">
          {[t(`cadre.use.${purpose}`), procedure?.says].filter(Boolean).join(' · ')}
        </Typography.Text>
        <StepBar steps={steps} />
        {standsAt ? (
          <>
            <Typography.Text>
              {standsAt.n}. {standsAt.plan.says}
              {standsAt.since && (
                <Typography.Text type="secondary">
                  {' · '}
                  {t('cadre.days', { count: daysSince(standsAt.since) })}
                </Typography.Text>
              )}
            </Typography.Text>
            <MissingTags missing={standsAt.missing} />
          </>
        ) : (
          <Typography.Text type="secondary">
            {t(`cadre.project.${state}`)} {endedAt && <Day of={endedAt.slice(0, 10)} />}
          </Typography.Text>
        )}
      </Flex>
    </Card>
  );
}
