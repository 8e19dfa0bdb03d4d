import type { Visit } from '../page';
import type { Pledge } from './pledge-page';

/** What a giver may do with a monthly gift as it stands; its end is asked for twice. */
export function PledgeActs(props: {
  readonly state: Pledge['state'];
  readonly token: string;
  readonly visit: Visit;
}) {
  const { state, token, visit } = props;
  const { t } = visit;
  if (state === 'CANCELLED') return null;
  const act = (name: string, look: string, says: string) => (
    <form method="post" action={`/pledges/${token}/${name}`}>
      <button className={`give-button ${look}`}>{says}</button>
    </form>
  );
  return (
    <section className="gift-acts">
      {state === 'PAUSED' && act('resume', '', t('pledge.resume'))}
      {(state === 'ACTIVE' || state === 'PAST_DUE') && act('pause', 'quiet', t('pledge.pause'))}
      <details>
        <summary>{t('pledge.end')}</summary>
        <p className="give-soft">{t('pledge.end.says')}</p>
        {act('cancel', 'end', t('pledge.end.now'))}
      </details>
    </section>
  );
}
