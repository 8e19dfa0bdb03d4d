import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  MeTeam,
  MeTeamApplications,
  MeTeamGrants,
  type MeTeamQuery,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Day, Money } from '../../kit/figures';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { type Found, found } from '../../kit/found';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import { TeamProjects } from './team-projects';

type Team = Found<MeTeamQuery['node']>;

/** One of my organisations: what it builds, what it was given, and what it asked for. */
export function TeamPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(MeTeam, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const team = found(node, 'applications');
        return team ? <OneTeam team={team} /> : <Nothing says={t('desk.not-here')} />;
      }}
    </Shown>
  );
}

function OneTeam({ team }: { readonly team: Team }) {
  const { id, name } = team;
  const { t } = useTranslation();
  const { roles } = useMe();
  const leads = roles.some(
    ({ organisation, role }) => organisation.id === id && ['LEADER', 'DIRECTOR'].includes(role),
  );
  return (
    <Page
      title={name}
      actions={
        leads && (
          <Link to={`/me/teams/${encodeURIComponent(id)}/apply`}>
            <Button type="primary" tabIndex={-1}>
              {t('me.apply')}
            </Button>
          </Link>
        )
      }
    >
      <TeamProjects team={team} />
      <Grants team={team} />
      <Applications team={team} />
    </Page>
  );
}

function Grants({ team }: { readonly team: Team }) {
  const { t } = useTranslation();
  const list = useRest(
    MeTeamGrants,
    { id: team.id },
    team.grants,
    ({ node }) => found(node, 'grants')?.grants,
  );
  return (
    <Part title={t('me.grants')}>
      {list.data.length === 0 && <Nothing says={t('me.grants.none')} />}
      <Lines>
        {list.data.map((node) => (
          <Line
            key={node.id}
            title={node.title}
            to={`/me/grants/${encodeURIComponent(node.id)}`}
            state={t(`me.grant.state.${node.state}`)}
            isGood={node.state === 'ACTIVE'}
          >
            {t('me.grant.amount')} <Money of={node.amount} /> · {t('me.grant.paid')}{' '}
            <Money of={node.paid} />
          </Line>
        ))}
      </Lines>
      <More list={list} of={t('me.grants')} />
    </Part>
  );
}

function Applications({ team }: { readonly team: Team }) {
  const { t } = useTranslation();
  const list = useRest(
    MeTeamApplications,
    { id: team.id },
    team.applications,
    ({ node }) => found(node, 'applications')?.applications,
  );
  return (
    <Part title={t('me.applications')}>
      {list.data.length === 0 && <Nothing says={t('me.applications.none')} />}
      <Lines>
        {list.data.map((node) => (
          <Line
            key={node.id}
            title={node.title}
            to={`/me/applications/${encodeURIComponent(node.id)}`}
            state={t(`me.application.state.${node.state}`)}
            isGood={node.state === 'AWARDED'}
          >
            <Money of={node.requested} /> · {node.pool.name} ·{' '}
            <Day of={node.submittedAt.slice(0, 10)} />
          </Line>
        ))}
      </Lines>
      <More list={list} of={t('me.applications')} />
    </Part>
  );
}
