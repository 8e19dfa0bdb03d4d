import type { Voice } from './voice';

interface Entry {
  readonly rule: string;
  readonly says: string;
  readonly legs: readonly {
    readonly debit: string | null;
    readonly credit: string | null;
    readonly asset: { readonly code: string };
    readonly account: { readonly title: string };
  }[];
}

/** Prints an entry as a textbook does; the auditor reads it, for the books are not for everyone. */
export async function printEntry(
  auditor: Voice,
  id: string,
  print: (line: string) => void,
): Promise<void> {
  const { node } = await auditor.asks<{ node: Entry }>(
    `query ($id: ID!) { node(id: $id) { ... on Entry { rule says
       legs { debit credit asset { code } account { title } } } } }`,
    { id },
  );
  print(`    ${node.rule}: ${node.says}`);
  for (const { debit, credit, asset, account } of node.legs) {
    const side = debit ? `Dr ${account.title}` : `    Cr ${account.title}`;
    const amount = debit ? debit.padStart(10) : `${' '.repeat(12)}${(credit ?? '').padStart(10)}`;
    print(`      ${side.padEnd(32)}${amount.padEnd(24)}${asset.code}`);
  }
}
