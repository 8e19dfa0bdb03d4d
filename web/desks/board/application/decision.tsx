import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BoardOpinionFragment } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { Part } from '../parts/part';
import type { ApplicationShown } from './application-page';

/** Who has decided, who stands aside, and what is missing for a decision. */
export function Decision({ application }: { readonly application: ApplicationShown }) {
  const { t } = useTranslation();
  const { decider, review } = application;
  if (decider.decidedBy !== 'BOARD')
    return (
      <Part title={t('board.decision')}>
        <Alert
          role="note"
          type="info"
          title={t(`board.decision.${decider.decidedBy}`, { council: decider.council?.name ?? '' })}
        />
      </Part>
    );
  return (
    <Part
      title={t('board.decision')}
      extra={
        <strong>
          {t('board.decision.of', { needed: review.needed, possible: review.possible })}
        </strong>
      }
    >
      <Missing application={application} />
      <ul className="board-cards">
        {[...review.approvals, ...review.declines].map((opinion) => (
          <Opinion key={opinion.member.name} opinion={opinion} />
        ))}
        {review.recused.map(({ member, because, declared }) => (
          <li key={member.name} className="board-row">
            <div className="board-line">
              <span>{member.name}</span>
              <strong>{t('board.recused')}</strong>
            </div>
            <div className="board-text">{declared ?? t(`board.recused.${because}`)}</div>
          </li>
        ))}
        {application.state === 'SUBMITTED' &&
          review.pending.map(({ name }) => (
            <li key={name} className="board-row board-line">
              <span>{name}</span>
              <span>{t('board.pending')}</span>
            </li>
          ))}
      </ul>
    </Part>
  );
}

function Opinion({ opinion }: { readonly opinion: BoardOpinionFragment }) {
  const { t } = useTranslation();
  const { member, verdict, reason, at } = opinion;
  return (
    <li className="board-row">
      <div className="board-line">
        <span>{member.name}</span>
        <strong>{t(`board.verdict.${verdict}`)}</strong>
      </div>
      <div className="board-text">{reason}</div>
      <Moment of={at} />
    </li>
  );
}

/** How many more approvals an open application needs, or why none can come. */
function Missing({ application }: { readonly application: ApplicationShown }) {
  const { t } = useTranslation();
  const { state, review } = application;
  if (state !== 'SUBMITTED') return null;
  const { needed, possible } = review;
  const tooSmall = possible < needed;
  const missing = needed - review.approvals.length;
  return (
    <Alert
      role="note"
      type={tooSmall ? 'warning' : 'info'}
      style={{ marginBlockEnd: 12 }}
      title={
        tooSmall
          ? t('board.decision.small', { needed, possible })
          : t('board.decision.missing', { count: missing })
      }
    />
  );
}
