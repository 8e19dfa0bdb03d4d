import { v5, validate } from 'uuid';
import type { GiftStartMutationVariables } from '../../generated/operations';
import { newKey } from '../../kit/new-key';
import type { Visit } from '../page';
import { readAmount } from './amounts';

export type Form = Readonly<Record<string, string>>;
type Input = GiftStartMutationVariables['input'];

/** The fields of the form that a refusal can stand beside, by the path that the API names. */
const FIELDS: Readonly<Record<string, string>> = {
  amount: 'own',
  email: 'email',
  name: 'name',
  taxId: 'taxId',
  publicName: 'publicName',
  message: 'message',
};

/** Whatever stands in no field stands above them all. */
export const fieldOf = (path: unknown): string | null =>
  (Array.isArray(path) && FIELDS[String(path[0])]) || null;

/** The key of a form: kept over refusals, new where there is none. */
export const keyOf = ({ key = '' }: Form): string => (validate(key) ? key : newKey());

/**
 * What a form says, as the API takes it. Its idempotency key follows from the form and all that
 * stands in it: sent twice it is one gift, and changed after going back it is another one.
 */
export function giftInput(form: Form, { params, language }: Visit): Input {
  const isOrganisation = form.giverKind === 'ORGANISATION';
  const said = {
    to: { [form.to ?? 'campaignId']: params.id },
    amount: {
      amount: readAmount(form.own || form.choice || ''),
      currency: form.currency as Input['amount']['currency'],
    },
    schedule: form.schedule === 'MONTHLY' ? 'MONTHLY' : 'ONCE',
    payWith: (form.payWith || null) as Input['payWith'],
    giverKind: isOrganisation ? 'ORGANISATION' : 'PERSON',
    name: form.name || null,
    taxId: form.taxId || null,
    publicName: form.publicName || null,
    message: form.message || null,
    email: form.email || null,
    locale: language === 'en' ? 'EN' : 'ZH_CN',
  } as const;
  return { ...said, idempotencyKey: v5(JSON.stringify(said), keyOf(form)) };
}
