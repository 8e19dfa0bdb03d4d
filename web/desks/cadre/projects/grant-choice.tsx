import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CadreProjectGrants } from '../../../generated/operations';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';

/** The running grants of whoever was chosen to answer for a project; for an `own` field. */
export function GrantChoice(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const organisationId = Form.useWatch<string | undefined>('organisationId');
  const grants = useWhole(
    CadreProjectGrants,
    organisationId ? [{ organisationId }] : [],
    ({ node }) => found(node)?.grants,
  );
  const running = (grants.data ?? []).filter(({ state }) => state === 'ACTIVE');
  return (
    <Select
      {...props}
      allowClear
      options={running.map(({ id, title }) => ({ value: id, label: title }))}
      notFoundContent={t(organisationId ? 'projects.grant.none' : 'projects.grant.first')}
    />
  );
}
