import { Alert, Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import type { Problem } from './use-act';

/** What was refused, or did not succeed, told where the person acted. Nothing when all is well. */
export function Problems(props: {
  readonly problems: readonly Problem[];
  readonly failure?: CombinedError | undefined;
}) {
  const { problems, failure } = props;
  if (failure) return <Failure error={failure} />;
  if (problems.length === 0) return null;
  const [first] = problems;
  const title =
    problems.length === 1 ? (
      first?.message
    ) : (
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {problems.map(({ code, message }) => (
          <li key={`${code} ${message}`}>{message}</li>
        ))}
      </ul>
    );
  return <Alert type="error" showIcon role="alert" title={title} />;
}

/** What went wrong on the way or in the server, with the incident's number to tell us. */
export function Failure(props: { readonly error: CombinedError; readonly again?: () => void }) {
  const { error, again } = props;
  const { t } = useTranslation();
  const [said] = error.graphQLErrors;
  const incident = said?.extensions.incident;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={error.networkError ? t('desk.no-network') : (said?.message ?? t('desk.failed'))}
      description={
        <Flex vertical gap="small" align="start">
          {typeof incident === 'string' && (
            <Typography.Text copyable={{ text: incident }} code>
              {incident}
            </Typography.Text>
          )}
          {again && <Button onClick={again}>{t('desk.again')}</Button>}
        </Flex>
      }
    />
  );
}
