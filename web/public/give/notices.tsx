import type { TFunction } from 'i18next';
import type { Refused } from '../page';

/** That no money moves, where none does; nothing where gifts are real. */
export function DemoNotice({ isDemo, t }: { readonly isDemo: boolean; readonly t: TFunction }) {
  return isDemo ? <p className="give-demo">{t('give.demo')}</p> : null;
}

/** Why a button did not do what it says. */
export function RefusedAct(props: {
  readonly title: string;
  readonly refused: Refused | undefined;
}) {
  const { title, refused } = props;
  if (!refused) return null;
  return (
    <div className="give-refused" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {refused.why.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  );
}
