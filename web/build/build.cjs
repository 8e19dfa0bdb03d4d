'use strict';
// Builds what browsers get: the desks, the public pages, and the half of these that the server draws.
const fs = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');
const zlib = require('node:zlib');
const { writeDocuments } = require('./documents.cjs');
const { readOperations } = require('./read-operations.cjs');

// Whoever builds, and for whatever: browsers get what is meant for them.
process.env.NODE_ENV = 'production';

const root = path.resolve(__dirname, '../..');
const all = path.join(root, 'dist/web');

/**
 * Every build has a folder of its own, and `dist/web/.built` names the one that holds: a server that
 * runs while another build is made keeps the files that its pages ask for.
 */
async function main() {
  await writeDocuments(root);
  const { build } = await import('vite');
  const name = String(Date.now());
  const out = path.join(all, name);
  for (const make of Object.values(require('./bundles.cjs'))) await build(await make(root, out));
  listTrustedDocuments();
  await packAll(out);
  fs.writeFileSync(path.join(all, '.built'), name);
  dropOld(name);
}

const KEPT_FOR_MS = 3600_000;

/** What nobody can be looking at any more. */
function dropOld(current) {
  for (const name of fs.readdirSync(all)) {
    const isOld = Number(name) < Number(current) - KEPT_FOR_MS;
    if (isOld) fs.rmSync(path.join(all, name), { recursive: true, force: true });
  }
}

/** The documents of our own client: a closed server answers these and no others. */
function listTrustedDocuments() {
  const list = JSON.stringify(readOperations(path.join(root, 'web/documents')), null, 2);
  fs.writeFileSync(path.join(root, 'dist/trusted-documents.json'), `${list}\n`);
}

/** What is sent in a smaller form is packed here, once, and not at each request. */
async function packAll(folder) {
  const files = fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)));
  const packed = files.filter((file) => /\.(js|css|html|svg|wasm|webmanifest)$/.test(file));
  await Promise.all(packed.map(pack));
}

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

async function pack(file) {
  const plain = fs.readFileSync(file);
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 };
  fs.writeFileSync(`${file}.gz`, await gzip(plain, { level: 9 }));
  fs.writeFileSync(`${file}.br`, await brotli(plain, { params }));
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
