import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CadreCloseBallot } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Moment } from '../../kit/figures';
import type { Whole } from './project';

/** Households are being asked: until when, and afterwards the count. */
export function CloseOpinions(props: {
  readonly ballot: NonNullable<Whole['opinions']>;
  readonly again: () => void;
}) {
  const { ballot, again } = props;
  const { t } = useTranslation();
  const isOver = new Date(ballot.closesAt) <= new Date();
  return (
    <Flex gap="small" align="center" wrap>
      <Link to={`/cadre/ballots/${ballot.id}`}>{t('cadre.to-ballot')}</Link>
      {isOver ? (
        <ActButton
          document={CadreCloseBallot}
          title={t('cadre.close-ballot')}
          go={t('cadre.close-ballot')}
          button={{ size: 'small' }}
          given={{ ballotId: ballot.id }}
          effect={t('cadre.close-ballot.effect')}
          danger
          onDone={again}
        />
      ) : (
        <Typography.Text type="secondary">
          {t('cadre.until')} <Moment of={ballot.closesAt} />
        </Typography.Text>
      )}
    </Flex>
  );
}
