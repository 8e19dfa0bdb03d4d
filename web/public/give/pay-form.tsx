import type { Visit } from '../page';

/** One button, and behind it the payment: what opens links by itself presses no buttons. */
export function PayForm({ token, visit }: { readonly token: string; readonly visit: Visit }) {
  return (
    <form method="post" action={`/gifts/${token}/pay`}>
      <button className="give-button">{visit.t('give.go')}</button>
    </form>
  );
}
