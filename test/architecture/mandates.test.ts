import ts from 'typescript';
import { filesIn, parse, walk, type SourceFile } from './source';

/** Whatever gives a mandate: the functions that make and lend one, and writing it by hand. */
function givesMandate(file: SourceFile): boolean {
  let gives = false;
  walk(parse(file), (node) => {
    if (ts.isIdentifier(node) && /^(underMandate|mandateFor)$/.test(node.text)) gives = true;
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      /\.mandate$|\['mandate'\]$/.test(node.left.getText())
    )
      gives = true;
  });
  return gives;
}

test('only the execution of resolutions gives mandates: no request can', () => {
  const givers = [...filesIn('src', '.ts'), ...filesIn('seeds', '.ts')].filter(givesMandate);
  expect(givers.map(({ path }) => path)).toEqual([
    'src/kernel/mandate.ts',
    'src/motions/run-act.ts',
  ]);
});

test('a file that gives one is noticed', () => {
  const giver = (text: string) => givesMandate({ path: 'src/x.ts', text });
  expect(giver(`await underMandate(work, mandate, act);`)).toBe(true);
  expect(giver(`import { mandateFor as make } from '../kernel/mandate';`)).toBe(true);
  expect(giver(`work.mandate = { resolutionId, opens };`)).toBe(true);
  expect(giver(`work['mandate'] = input.mandate;`)).toBe(true);
  expect(giver(`if (work.mandate === null) isMandated(work, 'x', input);`)).toBe(false);
});
