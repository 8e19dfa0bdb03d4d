import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  TillApproveWriteOff,
  TillDeclineWriteOff,
  TillReverseWriteOff,
  type TillWriteOffFragment,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Moment } from '../../kit/figures';
import { useBase } from '../base';
import { Mark } from '../mark';
import { useDecides, useSecond } from '../second';
import { LotDay } from './lot-day';

const MARKS = {
  WAITING: 'careful',
  POSTED: 'good',
  DECLINED: 'plain',
  REVERSED: 'plain',
} as const;

interface CardProps {
  readonly writeOff: TillWriteOffFragment;
  readonly done: () => void;
}

/** A write-off: what, why, who asked and who decided; and the decision, where it waits. */
export function WriteOffCard(props: CardProps & { readonly as?: 'li' | 'section' }) {
  const { writeOff, done, as: Card = 'li' } = props;
  const { t } = useTranslation();
  const base = useBase();
  const { state, pieces, reason, note, lot, askedBy, askedAt, decidedBy, decidedAt } = writeOff;
  return (
    <Card className="till-card">
      <Flex gap="small" wrap align="center">
        <Link to={`${base}/lots/${lot.id}`}>
          <strong>{t('store.write-off.one', { name: lot.product.name, count: pieces })}</strong>
        </Link>
        <span>{t(`store.write-off.why.${reason}`)}</span>
        <LotDay expiresOn={lot.expiresOn} />
        <Mark as={MARKS[state]}>{t(`store.write-off.${state}`)}</Mark>
      </Flex>
      <Typography.Text>
        {askedBy?.displayName} <Moment of={askedAt} />
        {note && ` · ${note}`}
      </Typography.Text>
      {decidedBy && decidedAt && (
        <Typography.Text>
          {t('store.decided', { name: decidedBy.displayName })} <Moment of={decidedAt} />
          {writeOff.declineReason && ` · ${writeOff.declineReason}`}
        </Typography.Text>
      )}
      {writeOff.reversedAt && (
        <Typography.Text>
          <Moment of={writeOff.reversedAt} /> · {writeOff.reverseReason}
        </Typography.Text>
      )}
      {state === 'WAITING' && <Decide writeOff={writeOff} done={done} />}
      {state === 'POSTED' && <TakeBack writeOff={writeOff} done={done} />}
    </Card>
  );
}

/** Found again, or never gone: the pieces are in their lot as before. */
function TakeBack({ writeOff, done }: CardProps) {
  const { t } = useTranslation();
  const decides = useDecides();
  if (!decides) return null;
  const { id, pieces, lot } = writeOff;
  return (
    <span>
      <ActButton
        document={TillReverseWriteOff}
        title={t('store.write-off.reverse')}
        button={{
          ...{ size: 'small' },
          'aria-label': `${t('store.write-off.reverse')}: ${lot.product.name} ${pieces}`,
        }}
        given={{ writeOffId: id }}
        fields={[{ name: 'reason', kind: 'text', label: t('store.why') }]}
        effect={t('store.write-off.reverse.effect', { count: pieces, name: lot.product.name })}
        go={t('store.write-off.reverse')}
        keyed
        danger
        onDone={done}
      />
    </span>
  );
}

/** The second person lets the pieces go, or not; who asked may only take it back. */
function Decide({ writeOff, done }: CardProps) {
  const { t } = useTranslation();
  const who = useSecond([writeOff.askedBy]);
  const decides = useDecides();
  const { id, pieces, lot } = writeOff;
  const facts = { count: pieces, name: lot.product.name, left: Math.max(0, lot.stock - pieces) };
  if (!decides) return <Typography.Text>{t(`store.write-off.${who}`)}</Typography.Text>;
  return (
    <Flex gap="small" wrap align="center">
      {who === 'second' ? (
        <ActButton
          document={TillApproveWriteOff}
          title={t('store.write-off.approve')}
          button={{ type: 'primary' }}
          given={{ writeOffId: id }}
          effect={t('store.write-off.approve.effect', facts)}
          go={t('store.write-off.approve')}
          keyed
          danger
          onDone={done}
        />
      ) : (
        <Typography.Text>{t('store.write-off.first')}</Typography.Text>
      )}
      <ActButton
        document={TillDeclineWriteOff}
        title={t('store.write-off.decline')}
        given={{ writeOffId: id }}
        fields={[{ name: 'reason', kind: 'text', label: t('store.why') }]}
        effect={t('store.write-off.decline.effect', facts)}
        go={t('store.write-off.decline')}
        onDone={done}
      />
    </Flex>
  );
}
