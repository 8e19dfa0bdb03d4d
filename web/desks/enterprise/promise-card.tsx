import { Badge, Card, Flex, Progress, theme, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EnterprisePromiseFragment } from '../../generated/operations';
import { partOf } from '../../kit/sums';
import { Day, Money } from '../kit/figures';
import { Days } from './days';

/** How far a promise has been kept, in words and a mark. */
export function Kept({ of }: { readonly of: EnterprisePromiseFragment }) {
  const { t } = useTranslation();
  const { status, says } = keptOf(of);
  return <Badge status={status} text={t(`enterprise.${says}`)} />;
}

const keptOf = ({ committed, outstanding, overdue }: EnterprisePromiseFragment) => {
  if (committed.minor === '0') return { status: 'default', says: 'no-promise' } as const;
  if (outstanding.minor === '0') return { status: 'success', says: 'kept' } as const;
  if (overdue) return { status: 'error', says: 'overdue' } as const;
  return { status: 'processing', says: 'open' } as const;
};

/** How much of a promise has arrived, drawn; the figures stand beside it. */
export function KeptBar({ of }: { readonly of: EnterprisePromiseFragment }) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const part = partOf(BigInt(of.remitted.minor), BigInt(of.committed.minor));
  return (
    <Progress
      percent={Math.floor(part * 100)}
      strokeColor={of.overdue ? token.colorError : token.colorPrimary}
      showInfo={false}
      aria-label={t('enterprise.remitted')}
    />
  );
}

/** A declaration in a list: its days, what was promised, and what of it is still to come. */
export function PromiseCard({ of }: { readonly of: EnterprisePromiseFragment }) {
  const { t } = useTranslation();
  return (
    <Card size="small">
      <Flex justify="space-between" align="baseline" gap="small" wrap>
        <Link to={`/enterprise/promises/${of.id}`} className="ent-title">
          <Days of={of.period} />
        </Link>
        <Kept of={of} />
      </Flex>
      <KeptBar of={of} />
      <Flex justify="space-between" gap="small" wrap>
        <span>
          {t('enterprise.committed')} <Money of={of.committed} />
        </span>
        {of.outstanding.minor !== '0' && (
          <Typography.Text strong>
            {t('enterprise.outstanding')} <Money of={of.outstanding} /> · {t('enterprise.until')}{' '}
            <Day of={of.dueOn} />
          </Typography.Text>
        )}
      </Flex>
    </Card>
  );
}
