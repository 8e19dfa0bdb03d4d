import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failure } from './problems';
import type { List } from './use-list';

/** The way to the next page of a list, where there is one; where it did not come, once more. */
export function More(props: {
  readonly list: Pick<List<unknown>, 'more' | 'busy' | 'error' | 'again'>;
  /** Of what there is more, where a page has several lists. */
  readonly of?: string;
}) {
  const { list, of } = props;
  const { t } = useTranslation();
  const { more, busy, error, again } = list;
  if (error) return <Failure error={error} again={more ?? again} />;
  if (!more) return null;
  return (
    <Button
      className="no-print"
      onClick={more}
      loading={busy}
      style={{ alignSelf: 'center', marginBlockStart: 12 }}
      {...(of !== undefined && { 'aria-label': `${t('desk.more')}: ${of}` })}
    >
      {t('desk.more')}
    </Button>
  );
}
