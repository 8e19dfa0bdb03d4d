import { useTranslation } from 'react-i18next';
import { CadreNamed, type CadreNamedQuery } from '../../../generated/operations';
import { money } from '../../../kit/figures';
import { useLanguage } from '../../kit/figures';
import { useRead } from '../../kit/use-read';
import { Facts } from '../parts/facts';
import { Part } from '../../kit/part';
import type { Whole } from './motion';

/** What is done if it is executed: the act, and all of its input. */
export function Effect({ act, kind }: Pick<Whole, 'act' | 'kind'>) {
  const { t } = useTranslation();
  return (
    <Part title={t('cadre.opens')}>
      <Facts
        rows={[
          [t('cadre.opens.act'), t(`cadre.act.${kind}`)],
          ...linesOf(JSON.parse(act.input) as unknown).map(
            ([name, value]) => [name, <Told key={name} value={value} />] as const,
          ),
        ]}
      />
    </Part>
  );
}

/** Every value of an input under its path. */
function linesOf(input: unknown, path = ''): readonly (readonly [string, string])[] {
  if (input === null || input === undefined) return [];
  if (typeof input !== 'object') return [[path, String(input)]];
  return Object.entries(input).flatMap(([name, value]) =>
    linesOf(value, path === '' ? name : `${path}.${name}`),
  );
}

/** A global id carries its type and more; what is that long and has no space is taken for one. */
const ID = /^[\w=-]{40,}$/;

function Told({ value }: { readonly value: string }) {
  const language = useLanguage();
  const isId = ID.test(value);
  const { data } = useRead(CadreNamed, { id: value }, !isId);
  const node = data?.node;
  if (!node || !isId) return value;
  return <>{nameOf(node, (of) => money(of, language)) ?? value}</>;
}

type Node = NonNullable<CadreNamedQuery['node']>;
type MoneyOf = { readonly amount: string; readonly currency: string };

function nameOf(node: Node, said: (of: MoneyOf) => string): string | null {
  if ('requested' in node)
    return `${node.title} · ${node.applicant.name} · ${said(node.requested)}`;
  if ('cost' in node) return `${node.title} · ${said(node.cost)}`;
  if ('name' in node) return node.name;
  if ('displayName' in node) return node.displayName;
  if ('memberName' in node) return node.memberName;
  return null;
}
