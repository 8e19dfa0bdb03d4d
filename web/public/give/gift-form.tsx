import { money, roundMoney } from '../../kit/figures';
import type { Refused, Visit } from '../page';
import { suggestedIn, usualIn } from './amounts';
import { Choice, described, Field, Refusal, type Typed } from './field';
import { fieldOf, keyOf } from './gift-input';
import { LiveMatch } from './live-match';
import { ReceiptFields } from './receipt-fields';
import type { Target } from './target';

/** What a giver fills in; it is sent to the page itself, which leads on to the checkout. */
export function GiftForm(props: {
  readonly target: Target;
  readonly visit: Visit;
  readonly refused: Refused | undefined;
}) {
  const { target, visit, refused } = props;
  const { t } = visit;
  const typed = typedOf(refused);
  const above = (refused?.why ?? []).filter(({ path }) => fieldOf(path) === null);
  const { schedule = 'ONCE', payWith = '' } = typed.form;
  return (
    <form className="give-form" method="post" data-gift-form="" aria-labelledby="give">
      <h2 id="give">{t('give.form')}</h2>
      <input type="hidden" name="key" value={keyOf(typed.form)} />
      <input type="hidden" name="to" value={target.to} />
      <input type="hidden" name="currency" value={target.currency} />
      <Refusals {...{ refused, visit }} above={above.map(({ message }) => message)} />
      <Amount {...{ target, typed, visit }} />
      <fieldset>
        <legend>{t('give.how-often')}</legend>
        <Choice name="schedule" chosen={schedule} options={options(t, 'schedule', SCHEDULES)} />
      </fieldset>
      <Field
        {...{ typed, name: 'email', type: 'email', autoComplete: 'email' }}
        {...{ label: t('give.email'), hint: t('give.email.hint') }}
      />
      <Field
        {...{ typed, name: 'publicName', autoComplete: 'name', maxLength: 100 }}
        {...{ label: t('give.public-name'), hint: t('give.public-name.hint') }}
      />
      <Message {...{ typed, visit }} />
      <ReceiptFields {...{ typed, visit }} />
      <fieldset>
        <legend>{t('give.pay-with')}</legend>
        <Choice name="payWith" chosen={payWith} options={options(t, 'pay-with', WAYS)} />
        <p className="give-hint">{t('give.pay-with.hint')}</p>
      </fieldset>
      <button className="give-button">{t('give.go')}</button>
      <p className="give-hint">{t('give.go.hint')}</p>
    </form>
  );
}

const SCHEDULES = ['ONCE', 'MONTHLY'];
const WAYS = ['', 'CARD', 'ALIPAY', 'WECHAT_PAY'];

const options = (t: Visit['t'], of: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`give.${of}.${value || 'ANY'}`) }));

function typedOf(refused: Refused | undefined): Typed {
  const refusals = (refused?.why ?? []).flatMap(({ message, path }) => {
    const field = fieldOf(path);
    return field === null ? [] : [[field, message] as const];
  });
  return { form: refused?.form ?? {}, refusals: Object.fromEntries(refusals) };
}

/** What was refused, above the fields: each leads to its field. */
function Refusals(props: {
  readonly refused: Refused | undefined;
  readonly above: readonly string[];
  readonly visit: Visit;
}) {
  const { refused, visit } = props;
  if (!refused) return null;
  return (
    <div className="give-refused" role="alert">
      <p>
        <strong>{visit.t('give.refused')}</strong>
      </p>
      <ul>
        {refused.why.map(({ message, path }) => {
          const field = fieldOf(path);
          return <li key={message}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>;
        })}
      </ul>
    </div>
  );
}

type Part = { readonly typed: Typed; readonly visit: Visit };

function Amount({ target, typed, visit }: Part & { readonly target: Target }) {
  const { t, language } = visit;
  const { currency, least, campaign } = target;
  const { form } = typed;
  const labelled = suggestedIn(currency).map((value) => ({
    value,
    label: roundMoney({ amount: value, currency }, language),
  }));
  return (
    <fieldset>
      <legend>{t('give.amount')}</legend>
      <Choice
        name="choice"
        chosen={form.own ? '' : (form.choice ?? usualIn(currency))}
        options={labelled}
      />
      <label htmlFor="own">{t('give.amount.own', { currency })}</label>
      <input
        {...{ id: 'own', name: 'own', inputMode: 'decimal' }}
        defaultValue={form.own}
        {...described('own', typed, least !== null)}
      />
      {least && (
        <p className="give-hint" id="own-hint">
          {t('give.amount.least', { least: money(least, language) })}
        </p>
      )}
      <Refusal of="own" typed={typed} />
      {campaign?.match && <LiveMatch match={campaign.match} visit={visit} />}
    </fieldset>
  );
}

function Message({ typed, visit: { t } }: Part) {
  return (
    <div className="give-field">
      <label htmlFor="message">{t('give.message')}</label>
      <p className="give-hint" id="message-hint">
        {t('give.message.hint')}
      </p>
      <textarea
        {...{ id: 'message', name: 'message', rows: 3, maxLength: 500 }}
        defaultValue={typed.form.message}
        {...described('message', typed, true)}
      />
      <Refusal of="message" typed={typed} />
    </div>
  );
}
