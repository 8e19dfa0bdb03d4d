import type { Branch, Given } from './form';
import { CURRENCY_CODES } from './money';
import { badRequest } from './refuse';
import type { Fields, Shape } from './shape';

/** Reads what was given by its table of shapes, and refuses what the table does not hold. */
export function readFields(given: Branch, fields: Fields, at = ''): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const param = within(at, name);
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!shape)
      throw badRequest(`Received unknown parameter: ${param}`, {
        code: 'parameter_unknown',
        param,
      });
    read[name] = readValue(given[name] ?? '', shape, param);
  }
  for (const [name, shape] of Object.entries(fields)) {
    if (shape.needed && !(name in read)) throw missing(within(at, name));
  }
  return read;
}

export function missing(param: string) {
  return badRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
}

const within = (at: string, name: string) => (at ? `${at}[${name}]` : name);

function readValue(given: Given, shape: Shape, param: string): unknown {
  switch (shape.is) {
    case 'fields':
      return readFields(branch(given, param, 'object'), shape.of, param);
    case 'list':
      return readList(branch(given, param, 'array'), shape, param);
    case 'metadata':
      return readMetadata(given, param);
    case 'range':
      return readRange(given, param);
    case 'emptyable':
      return given === '' ? '' : readValue(given, shape.of, param);
    default:
      return readText(plain(given, param), shape, param);
  }
}

function branch(given: Given, param: string, wanted: 'object' | 'array'): Branch {
  if (typeof given === 'object') return given;
  throw badRequest(`Invalid ${wanted}`, { param });
}

function plain(given: Given, param: string): string {
  if (typeof given === 'object') throw badRequest('Invalid string: {…}', { param });
  if (given !== '') return given;
  throw badRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a ` +
      `parameter; however '${param}' cannot be unset. You should remove '${param}' from your ` +
      `request or supply a non-empty value.`,
    { code: 'parameter_invalid_empty', param },
  );
}

type OneText = Exclude<Shape, { is: 'fields' | 'list' | 'metadata' | 'range' | 'emptyable' }>;

function readText(given: string, shape: OneText, param: string): unknown {
  switch (shape.is) {
    case 'text':
      if (given.length <= (shape.most ?? 5000)) return given;
      throw badRequest(`Invalid string: must be at most ${shape.most} characters`, { param });
    case 'integer':
      return readInteger(given, shape, param);
    case 'flag':
      if (given === 'true' || given === 'false') return given === 'true';
      throw badRequest(`Invalid boolean: ${given}`, { param });
    case 'choice':
      if (shape.of.includes(given)) return given;
      throw badRequest(`Invalid ${param}: must be one of ${oneOf(shape.of)}`, { param });
    case 'currency':
      if (CURRENCY_CODES.includes(given)) return given;
      throw badRequest(
        `Invalid currency: ${given}. Stripe currently supports these currencies: ` +
          CURRENCY_CODES.join(', '),
        { param },
      );
    case 'url':
      if (/^https?:\/\/[^\s/]+/.test(given) && URL.canParse(given)) return given;
      throw badRequest('Not a valid URL', { code: 'url_invalid', param });
    case 'email':
      if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given)) return given;
      throw badRequest(`Invalid email address: ${given}`, { code: 'email_invalid', param });
  }
}

function oneOf(words: readonly string[]): string {
  if (words.length < 2) return words.join();
  return `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`;
}

function readInteger(
  given: string,
  { least = 0, most = Number.MAX_SAFE_INTEGER }: { least?: number; most?: number },
  param: string,
): number {
  const code = 'parameter_invalid_integer';
  if (!/^-?\d{1,15}$/.test(given)) throw badRequest(`Invalid integer: ${given}`, { code, param });
  const value = Number(given);
  if (value < least)
    throw badRequest(`This value must be greater than or equal to ${least}.`, { code, param });
  if (value > most)
    throw badRequest(`This value must be less than or equal to ${most}.`, { code, param });
  return value;
}

function readList(
  given: Branch,
  { of, most = 100 }: { of: Shape; most?: number },
  param: string,
): unknown[] {
  const places = Object.keys(given);
  if (places.some((place) => !/^\d{1,4}$/.test(place)))
    throw badRequest('Invalid array', { param });
  if (places.length > most)
    throw badRequest(`Array ${param} exceeded maximum ${most} allowed elements.`, { param });
  return places
    .sort((a, b) => Number(a) - Number(b))
    .map((place) => readValue(given[place] ?? '', of, `${param}[${place}]`));
}

function readMetadata(given: Given, param: string): Record<string, string> {
  const entries = Object.entries(branch(given, param, 'object'));
  if (entries.length > 50) throw badRequest('Metadata can have up to 50 keys.', { param });
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const at = `${param}[${name}]`;
      if (typeof value === 'object')
        throw badRequest('Metadata values must be strings', { param: at });
      if (name.length > 40)
        throw badRequest('Metadata keys can be up to 40 characters long.', { param: at });
      if (value.length > 500)
        throw badRequest('Metadata values can be up to 500 characters long.', { param: at });
      return [name, value];
    }),
  );
}

const BOUNDS = ['gt', 'gte', 'lt', 'lte'];

function readRange(given: Given, param: string): unknown {
  if (typeof given === 'string') return readInteger(plain(given, param), {}, param);
  const bounds = BOUNDS.map((name): [string, Shape] => [name, { is: 'integer' }]);
  return readFields(given, Object.fromEntries(bounds), param);
}
