import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BoardEarlier, type BoardRecordFragment } from '../../../generated/operations';
import { Count, Day, Money } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRest } from '../../kit/use-rest';
import { Figures } from '../parts/figures-list';
import { Part } from '../parts/part';
import { State } from '../parts/state';

const COUNTS = [
  ...['grants', 'completed', 'cancelled', 'declined'],
  ...['milestonesKept', 'milestonesLate', 'milestonesOverdue'],
] as const;
type Counted = Exclude<keyof BoardRecordFragment['grantRecord'], 'money'>;

/** How an applicant has done before: decisions, milestones kept, and what came back. */
export function ApplicantRecord(props: {
  readonly applicant: BoardRecordFragment;
  /** The application that is looked at: it is no part of what was before. */
  readonly but: string;
}) {
  const { applicant, but } = props;
  const { t } = useTranslation();
  const { id: applicantId, grantRecord } = applicant;
  const list = useRest(
    ...([BoardEarlier, { applicantId }, applicant.applications] as const),
    ({ node }) => found(node)?.applications,
  );
  const earlier = list.data.filter(({ id }) => id !== but);
  return (
    <Part title={t('board.record', { name: applicant.name })}>
      <Figures
        of={COUNTS.map((name) => ({
          name: t(`board.record.${name}`),
          value: <Count of={grantRecord[name as Counted]} />,
        }))}
      />
      {grantRecord.money.map(({ awarded, paid, returned }) => (
        <div key={awarded.currency} style={{ marginBlockStart: 12 }}>
          <Figures
            of={[
              { name: t('board.record.awarded'), value: <Money of={awarded} /> },
              { name: t('board.record.paid'), value: <Money of={paid} /> },
              { name: t('board.record.returned'), value: <Money of={returned} /> },
            ]}
          />
        </div>
      ))}
      <h3 className="board-group" style={{ marginBlockStart: 16 }}>
        {t('board.record.earlier')}
      </h3>
      {earlier.length === 0 && !list.more && <p>{t('board.record.none')}</p>}
      <ul className="board-cards">
        {earlier.map(({ id, title, state, submittedAt, requested, grant }) => (
          <li key={id} className="board-row">
            <div className="board-line">
              <Link to={grant ? `/board/grants/${grant.id}` : `/board/applications/${id}`}>
                {title}
              </Link>
              <Money of={requested} />
            </div>
            <div>
              <Day of={submittedAt.slice(0, 10)} /> ·{' '}
              {grant ? (
                <State words="CHOICE_GrantState_" of={grant.state} />
              ) : (
                <State words="board.application." of={state} />
              )}
            </div>
          </li>
        ))}
      </ul>
      <More list={list} />
    </Part>
  );
}
