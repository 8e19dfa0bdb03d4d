import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MeTeamServices } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { useList } from '../../kit/use-list';
import { Listed } from '../parts/line';
import { ConfirmMany } from './confirm-many';
import { RecordServices } from './record-services';
import { ServiceLine } from './services-page';
import { Settle } from './settle';

/** What the members of a team did: its leader records it, and others of it confirm. */
export function TeamServices({ id, leads }: { readonly id: string; readonly leads: boolean }) {
  const { t } = useTranslation();
  const { residence } = useMe();
  const list = useList(MeTeamServices, { id }, ({ node }) =>
    node && 'services' in node ? node.services : null,
  );
  const waiting = (list.data ?? []).filter(
    ({ state, resident }) => state === 'RECORDED' && resident?.id !== residence?.id,
  );
  return (
    <Flex vertical gap="middle" align="start">
      <Flex gap="small" wrap align="center" className="no-print">
        {leads && <RecordServices id={id} done={list.again} />}
        <ConfirmMany services={waiting} done={list.again} />
        {leads && (
          <Link to={`/me/teams/${encodeURIComponent(id)}/import`}>{t('desk.from-file')}</Link>
        )}
      </Flex>
      <div style={{ width: '100%' }}>
        <Listed
          list={list}
          none={t('me.services.none-team')}
          draw={(service) => (
            <ServiceLine
              key={service.id}
              service={service}
              actions={
                service.resident?.id === residence?.id ? undefined : (
                  <Settle service={service} done={list.again} />
                )
              }
            >
              {service.resident?.name ?? service.resident?.displayName}
            </ServiceLine>
          )}
        />
      </div>
    </Flex>
  );
}
