import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { readOperation, type Operation } from './operations';
import { projectFolder } from './project-folder';

/** A document of our own web client. */
export interface TrustedDocument {
  /** The operation's name: `TillExchanges`. */
  readonly name: string;
  /** The SHA-256 of its text, in hexadecimal. */
  readonly hash: string;
  readonly text: string;
}

/** The list that the build makes of `web/documents`; for the sources, the files themselves. */
export function trustedDocuments(): TrustedDocument[] {
  if (path.extname(__filename) === '.ts') return readDocuments();
  const list = path.join(projectFolder, 'dist', 'trusted-documents.json');
  return JSON.parse(fs.readFileSync(list, 'utf8')) as TrustedDocument[];
}

/** The operations of `web/documents`, read as the build of our client reads them. */
function readDocuments(): TrustedDocument[] {
  const web = path.join(projectFolder, 'web');
  const { readOperations } = createRequire(__filename)(
    path.join(web, 'build', 'read-operations.cjs'),
  ) as { readOperations: (folder: string) => TrustedDocument[] };
  return readOperations(path.join(web, 'documents'));
}

/** The trusted operations by hash; each is read and compiled when it is first asked for. */
export class TrustedOperations {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly read = new Map<string, Operation>();

  constructor(
    private readonly schema: GraphQLSchema,
    documents: readonly TrustedDocument[],
  ) {
    this.texts = new Map(documents.map(({ hash, text }) => [hash, text]));
  }

  /** Null for a hash that is not on the list: it is refused, never registered. */
  find(hash: string): Operation | null {
    const known = this.read.get(hash);
    if (known) return known;
    const text = this.texts.get(hash);
    const operation = text === undefined ? null : readOperation(this.schema, text);
    if (operation) this.read.set(hash, operation);
    return operation;
  }
}
