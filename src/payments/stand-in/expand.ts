import { badRequest } from './refuse';
import type { World } from './world';

/** Where an object of a kind names another by its id. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  'checkout.session': ['customer', 'invoice', 'payment_intent', 'subscription'],
  payment_intent: ['customer', 'latest_charge'],
  charge: ['balance_transaction', 'customer', 'failure_balance_transaction', 'payment_intent'],
  refund: ['balance_transaction', 'charge', 'failure_balance_transaction', 'payment_intent'],
  dispute: ['charge', 'payment_intent'],
  balance_transaction: ['source'],
  payout: ['balance_transaction', 'failure_balance_transaction'],
  subscription: ['customer', 'latest_invoice'],
  invoice: ['customer', 'parent.subscription_details.subscription'],
  invoice_payment: ['invoice', 'payment.payment_intent'],
};

/** Parts that an answer holds only when they were asked for. */
const ON_REQUEST: Readonly<Record<string, readonly string[]>> = {
  'checkout.session': ['line_items'],
  charge: ['refunds'],
  invoice: ['payments'],
};

type Json = Record<string, unknown>;
type Path = readonly string[];
const MOST_LEVELS = 4;

/** An object as it is shown: without the parts on request, and with what `expand` asks for. */
export function show(world: World, body: object, expand: readonly string[] = []): object {
  const paths = expand.map((path) => path.split('.'));
  const tooDeep = expand.find((path) => path.split('.').length > MOST_LEVELS + 1);
  if (tooDeep)
    throw badRequest(`You cannot expand more than ${MOST_LEVELS} levels of a property`, {
      param: 'expand',
    });
  return showAt(world, body as Json, paths, { kind: '', path: [] });
}

/** The object in which a place lies, and the way from it to the place. */
interface Place {
  readonly kind: string;
  readonly path: readonly string[];
}

function showAt(world: World, node: Json, wanted: readonly Path[], above: Place): Json {
  const isObject = typeof node.object === 'string';
  const place = isObject ? { kind: node.object as string, path: [] } : above;
  const shown = isObject ? bare(world, node, wanted) : { ...node };
  const names = new Set(wanted.map(([name = '']) => name));
  if (place.kind === 'list') names.add('data');
  for (const name of names) {
    const rest = wanted.filter((each) => each[0] === name).map((each) => each.slice(1));
    const at = { kind: place.kind, path: [...place.path, name] };
    const value = followed(world, shown[name], at, rest);
    const deeper = rest.filter((each) => each.length > 0);
    const within = (each: unknown) => showAt(world, each as Json, deeper, at);
    if (Array.isArray(value)) shown[name] = value.map(within);
    else shown[name] = typeof value === 'object' && value !== null ? within(value) : value;
  }
  return shown;
}

/** An object without what is shown on request only, unless that is requested. */
function bare(world: World, node: Json, wanted: readonly Path[]): Json {
  const kind = node.object as string;
  const shown = { ...node };
  for (const part of ON_REQUEST[kind] ?? []) {
    if (!wanted.some(([name]) => name === part)) delete shown[part];
    else if (kind === 'charge') shown[part] = refundsOf(world, node.id as string);
  }
  return shown;
}

/** What stands at a place once it is expanded; refused where nothing can be. */
function followed(
  { objects }: World,
  value: unknown,
  { kind, path }: Place,
  rest: readonly Path[],
): unknown {
  const name = path.join('.');
  if (LINKS[kind]?.includes(name))
    return typeof value === 'string' ? (objects.findAny(value) ?? value) : value;
  const isPart = typeof value === 'object' && value !== null;
  const leadsOn = isPart && rest.every((each) => each.length > 0);
  if (leadsOn || ON_REQUEST[kind]?.includes(name)) return value;
  throw badRequest(`This property cannot be expanded (${name}).`, { param: 'expand' });
}

function refundsOf({ objects }: World, charge: string): object {
  const data = objects.all('refund').filter((each) => each.charge === charge);
  return {
    object: 'list',
    data: data.reverse(),
    has_more: false,
    url: `/v1/charges/${charge}/refunds`,
  };
}
