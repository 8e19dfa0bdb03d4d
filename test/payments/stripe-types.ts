import { join } from 'node:path';
import ts from 'typescript';

/** A request as somebody recorded it; the parameters may be those of the call or of the form. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly params: unknown;
}

/** Which of the client's types holds the parameters of a request. */
const REQUESTS: readonly (readonly [string, string, string])[] = [
  ['POST', '/v1/checkout/sessions', 'Checkout.SessionCreateParams'],
  ['GET', '/v1/checkout/sessions', 'Checkout.SessionListParams'],
  ['GET', '/v1/checkout/sessions/:id', 'Checkout.SessionRetrieveParams'],
  ['POST', '/v1/checkout/sessions/:id/expire', 'Checkout.SessionExpireParams'],
  ['GET', '/v1/payment_intents/:id', 'PaymentIntentRetrieveParams'],
  ['GET', '/v1/charges', 'ChargeListParams'],
  ['GET', '/v1/charges/:id', 'ChargeRetrieveParams'],
  ['POST', '/v1/refunds', 'RefundCreateParams'],
  ['GET', '/v1/refunds', 'RefundListParams'],
  ['GET', '/v1/refunds/:id', 'RefundRetrieveParams'],
  ['GET', '/v1/disputes', 'DisputeListParams'],
  ['GET', '/v1/disputes/:id', 'DisputeRetrieveParams'],
  ['GET', '/v1/balance', 'BalanceRetrieveParams'],
  ['GET', '/v1/balance_transactions', 'BalanceTransactionListParams'],
  ['GET', '/v1/balance_transactions/:id', 'BalanceTransactionRetrieveParams'],
  ['GET', '/v1/payouts', 'PayoutListParams'],
  ['GET', '/v1/payouts/:id', 'PayoutRetrieveParams'],
  ['GET', '/v1/subscriptions', 'SubscriptionListParams'],
  ['GET', '/v1/subscriptions/:id', 'SubscriptionRetrieveParams'],
  ['POST', '/v1/subscriptions/:id', 'SubscriptionUpdateParams'],
  ['DELETE', '/v1/subscriptions/:id', 'SubscriptionCancelParams'],
  ['GET', '/v1/invoices', 'InvoiceListParams'],
  ['GET', '/v1/invoices/:id', 'InvoiceRetrieveParams'],
  ['GET', '/v1/invoice_payments', 'InvoicePaymentListParams'],
  ['GET', '/v1/invoice_payments', 'InvoicePaymentListParams'],
  ['GET', '/v1/events', 'EventListParams'],
  ['GET', '/v1/events/:id', 'EventRetrieveParams'],
];

/** Which of the client's types holds an object. */
const OBJECTS: Readonly<Record<string, string>> = {
  'checkout.session': 'Checkout.Session',
  payment_intent: 'PaymentIntent',
  charge: 'Charge',
  refund: 'Refund',
  dispute: 'Dispute',
  balance: 'Balance',
  balance_transaction: 'BalanceTransaction',
  payout: 'Payout',
  customer: 'Customer',
  subscription: 'Subscription',
  invoice: 'Invoice',
  invoice_payment: 'InvoicePayment',
  event: 'EventBase',
};

/** What is wrong with a request by the types of the installed client; nothing, if all is well. */
export function checkRequest({ method, path, params }: Recorded): string[] {
  const type = requestType(method, path);
  if (!type) return [`${method} ${path} is not among the requests that are known`];
  return fits(type, params ?? {}, { at: '', wire: 'form' });
}

/** What is wrong with an object of an answer. */
export function checkObject(value: { readonly object: string }): string[] {
  const name = OBJECTS[value.object];
  if (!name) return [`${value.object} is not among the objects that are known`];
  // As it goes over the wire, without what is undefined.
  const wired = JSON.parse(JSON.stringify(value)) as object;
  const where: Where = { at: '', wire: 'json' };
  if (!('data' in wired) || value.object !== 'event') return fits(typeNamed(name), wired, where);
  // An event's type says nothing about the object in it, which has a type of its own.
  const { object } = wired.data as { object: { object: string } };
  return [
    ...fits(typeNamed(name), { ...wired, data: { object: {} } }, where),
    ...checkObject(object),
  ];
}

/** The type of a request's parameters. */
export function requestType(method: string, path: string): ts.Type | undefined {
  const matches = (wanted: string) =>
    wanted === path || new RegExp(`^${wanted.replace(':id', '[^/]+')}$`).test(path);
  const found = REQUESTS.find(([verb, wanted]) => verb === method && matches(wanted));
  return found && typeNamed(found[2]);
}

/** The type of one of a type's properties, or of a list's elements; undefined if there is none. */
export function typeWithin(type: ts.Type, name: string): ts.Type | undefined {
  for (const each of parts(type)) {
    const element = elementOf(each);
    if (element && name === '[]') return element;
    const property = element ? undefined : each.getProperty(name);
    if (property) return checker().getTypeOfSymbol(property);
  }
  return undefined;
}

/** The words that a type names; none where it takes any text. An empty one only unsets. */
export function wordsOf(type: ts.Type): string[] {
  return parts(type)
    .flatMap((each) => (each.isStringLiteral() ? [each.value] : []))
    .filter((word) => word !== '')
    .sort();
}

const ROOT = join(__dirname, '..', '..');
const ENTRY = join(ROOT, 'test', 'payments', 'all-stripe-types.ts');

/** One program for a whole run: to read the types takes seconds, to ask them takes none. */
let known: { checker: ts.TypeChecker; named: ReadonlyMap<string, ts.Type> } | undefined;

function load() {
  if (known) return known;
  const names = [...REQUESTS.map(([, , name]) => name), ...Object.values(OBJECTS)];
  const members = names.map((name) => `  '${name}': Stripe.${name};`);
  // Events are a union of hundreds, of which the common part is enough.
  const entry = `import Stripe from 'stripe';
import type { EventBase } from '${join(ROOT, 'node_modules/stripe/cjs/resources/Events')}';
export interface All {\n${members.join('\n').replace('Stripe.EventBase', 'EventBase')}\n}\n`;
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.Node20,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    esModuleInterop: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) =>
    name === ENTRY ? ts.createSourceFile(name, entry, version) : getSourceFile(name, version);
  host.fileExists = (name) => name === ENTRY || fileExists(name);
  host.readFile = (name) => (name === ENTRY ? entry : readFile(name));
  const program = ts.createProgram([ENTRY], options, host);
  const asked = program.getTypeChecker();
  const file = program.getSourceFile(ENTRY);
  const all = file?.statements.find(ts.isInterfaceDeclaration);
  if (!all) throw new Error('The types of the client could not be read');
  const named = new Map(
    all.members.map((member) => {
      const symbol = asked.getSymbolAtLocation(member.name as ts.Node);
      if (!symbol) throw new Error('A type of the client has no symbol');
      return [symbol.name, asked.getTypeOfSymbol(symbol)] as const;
    }),
  );
  known = { checker: asked, named };
  return known;
}

const checker = (): ts.TypeChecker => load().checker;

function typeNamed(name: string): ts.Type {
  const type = load().named.get(name);
  if (!type || type.flags & ts.TypeFlags.Any) throw new Error(`The client has no type ${name}`);
  return type;
}

interface Where {
  readonly at: string;
  /** In a form everything is a text; in JSON a number is a number. */
  readonly wire: 'form' | 'json';
}

const parts = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);
const has = (type: ts.Type, flags: ts.TypeFlags) => parts(type).some((each) => each.flags & flags);

function fits(type: ts.Type, value: unknown, where: Where): string[] {
  if (has(type, ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return [];
  if (value === undefined) return [];
  if (value === null) return has(type, ts.TypeFlags.Null) ? [] : [`${where.at} may not be null`];
  if (Array.isArray(value)) return fitsList(type, value, where);
  if (typeof value === 'object') return fitsObject(type, value, where);
  return fitsScalar(type, value as string | number | boolean, where);
}

function fitsScalar(type: ts.Type, value: string | number | boolean, where: Where): string[] {
  const text = String(value);
  const asText = where.wire === 'form' || typeof value === 'string';
  const isNumber = where.wire === 'form' ? /^-?\d+(\.\d+)?$/.test(text) : typeof value === 'number';
  const isFlag = where.wire === 'form' ? /^(true|false)$/.test(text) : typeof value === 'boolean';
  if (isNumber && has(type, ts.TypeFlags.NumberLike)) return [];
  if (isFlag && has(type, ts.TypeFlags.BooleanLike)) return [];
  if (asText && parts(type).some((each) => checker().typeToString(each) === 'Decimal')) return [];
  const words = parts(type).flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
  if (asText && words.includes(text)) return [];
  if (asText && words.length === 0 && has(type, ts.TypeFlags.String)) return [];
  const wanted = words.length > 0 ? `one of ${words.join(', ')}` : checker().typeToString(type);
  return [`${where.at} is ${JSON.stringify(value)}, and not ${wanted}`];
}

function elementOf(type: ts.Type): ts.Type | undefined {
  return checker().isArrayType(type)
    ? checker().getTypeArguments(type as ts.TypeReference)[0]
    : undefined;
}

function fitsList(type: ts.Type, value: readonly unknown[], where: Where): string[] {
  const element = parts(type).flatMap((each) => elementOf(each) ?? [])[0];
  if (!element) return [`${where.at} may not be a list`];
  return value.flatMap((each, i) => fits(element, each, { ...where, at: `${where.at}[${i}]` }));
}

/** Of several types that an object may have, one has to fit; the nearest tells what is wrong. */
function fitsObject(type: ts.Type, value: object, where: Where): string[] {
  const names = Object.keys(value);
  // A form has no lists but objects with numbers for names.
  const isList =
    where.wire === 'form' && names.length > 0 && names.every((each) => /^\d+$/.test(each));
  if (isList && parts(type).some(elementOf)) return fitsList(type, Object.values(value), where);
  const candidates = parts(type).filter(
    (each) => each.flags & ts.TypeFlags.Object && !elementOf(each),
  );
  if (candidates.length === 0) return [`${where.at} may not be an object`];
  const faults = candidates.map((each) => fitsFields(each, value, where));
  return faults.sort((a, b) => a.length - b.length)[0] ?? [];
}

function fitsFields(type: ts.Type, value: object, where: Where): string[] {
  const within = (name: string) => (where.at ? `${where.at}[${name}]` : name);
  const others = type.getStringIndexType();
  const given = Object.entries(value).flatMap(([name, each]) => {
    const property = type.getProperty(name);
    const inner = property ? checker().getTypeOfSymbol(property) : others;
    if (!inner) return [`${within(name)} is unknown`];
    return fits(inner, each, { ...where, at: within(name) });
  });
  const missing = type
    .getProperties()
    .filter((each) => !(each.flags & ts.SymbolFlags.Optional) && !Object.hasOwn(value, each.name))
    .map(({ name }) => `${within(name)} is missing`);
  return [...given, ...missing];
}
