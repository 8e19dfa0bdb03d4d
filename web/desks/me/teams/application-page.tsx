import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  MeApplication,
  type MeApplicationQuery,
  MeWithdrawApplication,
} from '../../../generated/operations';
import { Day, Money } from '../../kit/figures';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Ask } from '../parts/ask';
import { type Found, found } from '../../kit/found';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import { Facts, Written } from '../parts/facts';
import { StateTag } from '../parts/state-tag';

type Application = Found<MeApplicationQuery['node']>;

/** What a team asked for, and what became of it. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(MeApplication, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const application = found(node, 'budget');
        return application ? (
          <OneApplication application={application} again={read.again} />
        ) : (
          <Nothing says={t('desk.not-here')} />
        );
      }}
    </Shown>
  );
}

function OneApplication(props: { readonly application: Application; readonly again: () => void }) {
  const { application, again } = props;
  const { t } = useTranslation();
  const { id, title, purpose, state, requested, pool, decider, budget, tranches } = application;
  return (
    <Page
      title={title}
      actions={
        state === 'SUBMITTED' && (
          <Ask
            document={MeWithdrawApplication}
            label={t('me.application.withdraw')}
            effect={t('me.application.withdraw.effect')}
            input={() => ({ applicationId: id })}
            done={again}
            isGrave
          />
        )
      }
    >
      <div>
        <StateTag isGood={state === 'AWARDED'}>{t(`me.application.state.${state}`)}</StateTag>
      </div>
      {application.grant && (
        <Link to={`/me/grants/${encodeURIComponent(application.grant.id)}`}>
          {t('me.application.grant')}
        </Link>
      )}
      <Written>{purpose}</Written>
      <Facts
        of={[
          [t('me.apply.sum'), <Money key="sum" of={requested} />],
          [t('me.apply.pool'), pool.name],
          [t('me.motion.decides'), decider.council?.name ?? t('me.application.board')],
          [t('me.application.sent'), <Day key="sent" of={application.submittedAt.slice(0, 10)} />],
        ]}
      />
      <Part title={t('me.apply.budget')}>
        <Lines>
          {budget.map(({ number, label, amount }) => (
            <Line key={number} title={label} aside={<Money of={amount} />} />
          ))}
        </Lines>
      </Part>
      <Part title={t('me.apply.tranches')}>
        <Lines>
          {tranches.map(({ id: trancheId, amount, milestone }) => (
            <Line key={trancheId} title={milestone.title} aside={<Money of={amount} />}>
              {t('me.council.until')} <Day of={milestone.dueOn} />
            </Line>
          ))}
        </Lines>
      </Part>
    </Page>
  );
}
