import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BoardGrant, type BoardGrantQuery } from '../../../generated/operations';
import { Money } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Figures } from '../parts/figures-list';
import { NodeShown } from '../parts/node-shown';
import { Part } from '../parts/part';
import { State } from '../parts/state';
import { EndGrant } from './end-grant';
import { TrancheCard } from './tranche-card';

export type GrantShown = Extract<NonNullable<BoardGrantQuery['node']>, { grantee: unknown }>;

/** A grant on its way: its money, its tranches, and what each of them brought. */
export function GrantPage() {
  const { id = '' } = useParams();
  const read = useRead(BoardGrant, { id });
  return (
    <NodeShown read={read} has="grantee">
      {(node) => <Grant grant={node} again={read.again} />}
    </NodeShown>
  );
}

function Grant({ grant, again }: { readonly grant: GrantShown; readonly again: () => void }) {
  const { t } = useTranslation();
  const { title, state, grantee, pool, application, entry, cancelledBecause } = grant;
  const figures = ['amount', 'paid', 'committed', 'returned'] as const;
  return (
    <Page title={title} actions={<State words="CHOICE_GrantState_" of={state} />}>
      <div className="board-line">
        <span>
          {grantee.name} ← <Link to={`/board/pools/${pool.id}`}>{pool.name}</Link>
        </span>
        <Link to={`/board/applications/${application.id}`}>{t('board.grant.application')}</Link>
      </div>
      {cancelledBecause && (
        <Alert
          role="note"
          type="warning"
          title={t('board.grant.cancelled')}
          description={cancelledBecause}
        />
      )}
      <Part
        title={t('board.grant.money')}
        extra={<Link to={`/board/entries/${entry.id}`}>{t('board.grant.entry')}</Link>}
      >
        <Figures
          of={figures.map((name) => ({
            name: t(`board.grant.${name}`),
            value: <Money of={grant[name]} />,
          }))}
        />
      </Part>
      <section aria-label={t('board.tranches')}>
        <h2 className="board-group">{t('board.tranches')}</h2>
        <ol className="board-cards">
          {grant.tranches.map((tranche, i) => (
            <li key={tranche.id}>
              <TrancheCard
                grant={grant}
                tranche={tranche}
                before={grant.tranches[i - 1] ?? null}
                again={again}
              />
            </li>
          ))}
        </ol>
      </section>
      <EndGrant grant={grant} again={again} />
    </Page>
  );
}
