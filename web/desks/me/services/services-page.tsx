import { Flex, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MeReceived, MeServices, type MeServiceFragment } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Count, Moment } from '../../kit/figures';
import { serviceName } from '../../kit/service-name';
import { Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { AtHome } from '../parts/home-place';
import { Line, Listed } from '../parts/line';
import { Settle } from './settle';
import { TeamServices } from './team-services';

/** Services: what I did, what was done for me, and what the members of my teams did. */
export function ServicesPage() {
  const { t } = useTranslation();
  const { roles } = useMe();
  const teams = roles.filter(({ organisation: { kind } }) => kind === 'SELF_ORGANISATION');
  const items = [
    { key: 'mine', label: t('me.services.mine'), children: <Mine /> },
    { key: 'received', label: t('me.services.received'), children: <Received /> },
    ...teams.map(({ organisation: { id, name }, role }) => ({
      ...{ key: id, label: name },
      children: <TeamServices id={id} leads={role === 'LEADER'} />,
    })),
  ];
  return (
    <Page title={t('me.nav.services')} actions={<Link to="/me/courses">{t('me.courses')}</Link>}>
      <AtHome>{() => <Tabs items={items} destroyOnHidden />}</AtHome>
    </Page>
  );
}

function Mine() {
  const { t } = useTranslation();
  const list = useList(MeServices, {}, ({ me }) => me?.residence?.services);
  return (
    <Listed
      list={list}
      none={t('me.services.none')}
      draw={(service) => (
        <ServiceLine key={service.id} service={service}>
          {service.organisation?.name}
        </ServiceLine>
      )}
    />
  );
}

function Received() {
  const { t } = useTranslation();
  const list = useList(MeReceived, {}, ({ me }) => me?.residence?.receivedServices);
  return (
    <Listed
      list={list}
      none={t('me.services.none-received')}
      draw={(service) => (
        <ServiceLine
          key={service.id}
          service={service}
          actions={<Settle service={service} done={list.again} />}
        >
          {service.resident?.name ?? service.resident?.displayName}
        </ServiceLine>
      )}
    />
  );
}

/** One service: what, when, for how long, and what it brings. */
export function ServiceLine(props: {
  readonly service: MeServiceFragment;
  readonly children?: React.ReactNode;
  readonly actions?: React.ReactNode;
}) {
  const { service, children, actions } = props;
  const { t } = useTranslation();
  const { serviceKind, performedAt, minutes, credits, state, note, reason } = service;
  return (
    <Line
      title={serviceName(serviceKind, t)}
      aside={
        <span>
          <Count of={credits ?? 0} /> {t('me.credits')}
        </span>
      }
      state={state && t(`me.services.state.${state}`)}
      isGood={state === 'CONFIRMED'}
      actions={state === 'RECORDED' ? actions : undefined}
    >
      <Flex vertical>
        <span>
          {performedAt && <Moment of={performedAt} />} ·{' '}
          {t('me.services.minutes', { count: minutes ?? 0 })} · {children}
        </span>
        {note && <span>{note}</span>}
        {reason && <span>{t('me.reason', { reason })}</span>}
      </Flex>
    </Line>
  );
}
