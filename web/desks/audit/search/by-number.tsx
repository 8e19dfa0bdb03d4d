import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { AuditEntryNamed } from '../../../generated/operations';
import { found } from '../../kit/found';
import { useBooks } from '../books';

type State = 'idle' | 'looking' | 'unknown' | 'failed';

/** An entry by what stands on paper: its number, the end of it, or a request's key. */
export function ByNumber() {
  const { t } = useTranslation();
  const { id } = useBooks();
  const client = useClient();
  const navigate = useNavigate();
  const [state, setState] = useState<State>('idle');
  const look = async (name: string) => {
    if (name.trim() === '') return;
    setState('looking');
    const { data, error } = await client.query(AuditEntryNamed, { id, name }).toPromise();
    const entry = found(data?.node)?.entryNamed;
    if (entry) return await navigate(`/audit/entries/${entry.id}`);
    setState(error ? 'failed' : 'unknown');
  };
  return (
    <div className="audit-number">
      <Input.Search
        aria-label={t('audit.by-number')}
        placeholder={t('audit.by-number')}
        enterButton={t('audit.open')}
        loading={state === 'looking'}
        onSearch={(name) => void look(name)}
        onChange={() => setState('idle')}
      />
      {(state === 'unknown' || state === 'failed') && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t(state === 'unknown' ? 'audit.by-number.unknown' : 'desk.failed')}
        />
      )}
    </div>
  );
}
