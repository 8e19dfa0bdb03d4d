import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../app/viewer';
import { Moment } from '../../kit/figures';
import { useKeptVotes } from './device/use-kept';

/** Votes that were begun on this device and are not in the box: nothing else reminds of them. */
export function KeptHere() {
  const { t } = useTranslation();
  const { person } = useMe();
  const { value = [] } = useKeptVotes(person.id);
  const waiting = value.filter(
    ({ isCast, closesAt }) => !isCast && new Date(closesAt) > new Date(),
  );
  if (waiting.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('me.kept.title')}
      description={waiting.map(({ ballotId, question, closesAt }) => (
        <div key={ballotId}>
          <Link to={`/me/votes/${encodeURIComponent(ballotId)}`}>{question}</Link>{' '}
          {t('me.ballot.until')} <Moment of={closesAt} />
        </div>
      ))}
    />
  );
}
