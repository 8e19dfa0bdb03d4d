import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BoardApplication, type BoardApplicationQuery } from '../../../generated/operations';
import { Money } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { NodeShown } from '../parts/node-shown';
import { Part } from '../parts/part';
import { State } from '../parts/state';
import { PoolPicture } from '../pools/pool-picture';
import { ApplicantRecord } from './applicant-record';
import { Decision } from './decision';
import { Proposal } from './proposal';
import { Vote } from './vote';

export type ApplicationShown = Extract<
  NonNullable<BoardApplicationQuery['node']>,
  { requested: unknown }
>;

/** All that a member of a board needs to decide an application, and where they decide it. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const read = useRead(BoardApplication, { id });
  return (
    <NodeShown read={read} has="requested">
      {(node) => <Before application={node} again={read.again} />}
    </NodeShown>
  );
}

function Before(props: { readonly application: ApplicationShown; readonly again: () => void }) {
  const { application, again } = props;
  const { t } = useTranslation();
  const { title, requested, state, applicant, pool, grant } = application;
  return (
    <Page title={title} actions={<State words="board.application." of={state} />}>
      <div className="board-line">
        <span>
          {applicant.name} → <Link to={`/board/pools/${pool.id}`}>{pool.name}</Link>
        </span>
        <strong style={{ fontSize: '1.3rem' }}>
          <Money of={requested} />
        </strong>
      </div>
      {grant && (
        <Alert
          role="note"
          type="success"
          title={t('board.application.became')}
          description={<Link to={`/board/grants/${grant.id}`}>{t('board.application.grant')}</Link>}
        />
      )}
      <div className="board-columns">
        <div>
          <Proposal application={application} />
          <Part title={t('board.pool.picture')}>
            <PoolPicture pool={pool} />
          </Part>
          <ApplicantRecord applicant={applicant} but={application.id} />
        </div>
        <div>
          <Decision application={application} />
          <Vote application={application} again={again} />
        </div>
      </div>
    </Page>
  );
}
