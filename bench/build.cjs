'use strict';
// Compiles bench/ into dist/bench beside the built sources. It is a step of its own so that
// `npm start` never waits for it; types are `npm run check`'s business, as in the other build.
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const root = path.resolve(__dirname, '..');
const target = path.join(root, 'dist', 'bench');
const { compilerOptions } = ts.readConfigFile(
  path.join(root, 'tsconfig.json'),
  ts.sys.readFile,
).config;
const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, root);

for (const file of fs.readdirSync(__dirname, { recursive: true })) {
  if (!file.endsWith('.ts')) continue;
  const from = path.join(__dirname, file);
  const to = path.join(target, file.replace(/\.ts$/, '.js'));
  const { outputText, sourceMapText } = ts.transpileModule(fs.readFileSync(from, 'utf8'), {
    fileName: from,
    compilerOptions: { ...options, module: ts.ModuleKind.CommonJS },
  });
  fs.mkdirSync(path.dirname(to), { recursive: true });
  replace(to, outputText);
  replace(`${to}.map`, sourceMapText ?? '');
}

/** In one step: another run may be reading it at this moment. */
function replace(file, text) {
  fs.writeFileSync(`${file}.new`, text);
  fs.renameSync(`${file}.new`, file);
}
