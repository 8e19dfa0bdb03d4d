import type { Visit } from '../page';
import { Choice, Field, type Typed } from './field';

const OPENS = ['name', 'taxId'];

/** Who gives, for the paper that acknowledges it; open where something of it was typed. */
export function ReceiptFields({ typed, visit }: { readonly typed: Typed; readonly visit: Visit }) {
  const { t } = visit;
  const { form, refusals } = typed;
  const isOpen = OPENS.some((name) => form[name] || refusals[name]);
  const kinds = ['PERSON', 'ORGANISATION'];
  return (
    <details open={isOpen}>
      <summary>{t('give.receipt')}</summary>
      <fieldset>
        <legend>{t('give.giver')}</legend>
        <Choice
          name="giverKind"
          chosen={form.giverKind ?? 'PERSON'}
          options={kinds.map((value) => ({ value, label: t(`give.giver.${value}`) }))}
        />
      </fieldset>
      <Field
        {...{ typed, name: 'name', autoComplete: 'name', maxLength: 100 }}
        {...{ label: t('give.receipt.name'), hint: t('give.receipt.name.hint') }}
      />
      <Field
        {...{ typed, name: 'taxId', autoComplete: 'off', maxLength: 40 }}
        {...{ label: t('give.receipt.tax-id'), hint: t('give.receipt.tax-id.hint') }}
      />
    </details>
  );
}
