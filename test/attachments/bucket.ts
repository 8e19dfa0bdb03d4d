import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLE',
};

/**
 * The remote party: a store of objects that speaks as much of S3 as is asked of it, takes nothing
 * that is not signed (Signature Version 4, over the very bytes that came), and keeps what it takes.
 */
export class RemoteBucket {
  readonly objects = new Map<string, { bytes: Buffer; type: string }>();
  /** What each request was answered with. */
  readonly answers: string[] = [];
  /** Set: every request is answered so. */
  broken: number | null = null;
  private readonly server = createServer(
    (request, response) => void this.answer(request, response),
  );

  async open(): Promise<this> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return this;
  }

  get settings() {
    const { port } = this.server.address() as AddressInfo;
    const endpoint = `http://127.0.0.1:${port}`;
    return { endpoint, region: 'test-1', bucket: 'linli', ...KEY, pathStyle: true };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const wrong = this.broken === null ? faultOf(request, bytes) : 'SlowDown';
    const [status, body, type] =
      wrong === null ? this.act(request, bytes) : [this.broken ?? 403, errorXml(wrong), 'text/xml'];
    this.answers.push(`${request.method} ${status}${wrong === null ? '' : ` ${wrong}`}`);
    response.writeHead(status, { 'content-type': type, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  private act({ method, url = '', headers }: IncomingMessage, bytes: Buffer): Answer {
    const [, bucket, ...rest] = (url.split('?')[0] ?? '').split('/');
    if (bucket !== 'linli') return [404, errorXml('NoSuchBucket'), 'text/xml'];
    const key = rest.map(decodeURIComponent).join('/');
    const none = Buffer.alloc(0);
    if (method === 'PUT') {
      this.objects.set(key, { bytes, type: String(headers['content-type']) });
      return [200, none, 'text/xml'];
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      return [204, none, 'text/xml'];
    }
    const found = this.objects.get(key);
    return found ? [200, found.bytes, found.type] : [404, errorXml('NoSuchKey'), 'text/xml'];
  }
}

type Answer = [status: number, body: Buffer, type: string];

const errorXml = (code: string) =>
  Buffer.from(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string) =>
  createHmac('sha256', key).update(text).digest();

/** What is wrong with a request's signature, or null: as the specification of Version 4 has it. */
function faultOf({ method, url = '', headers }: IncomingMessage, bytes: Buffer): string | null {
  const signed =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!signed) return 'AccessDenied';
  const [, id, day = '', region = '', names = '', signature = ''] = signed;
  if (id !== KEY.accessKeyId) return 'InvalidAccessKeyId';
  const moment = String(headers['x-amz-date']);
  const hash = String(headers['x-amz-content-sha256']);
  if (hash !== sha256(bytes)) return 'XAmzContentSHA256Mismatch';
  const listed = names.split(';');
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => listed.includes(name)))
    return 'AccessDenied';
  const [path = '', query = ''] = url.split('?');
  const sorted = query.split('&').sort().join('&');
  const lines = listed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = [method, path, sorted, lines, names, hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (made, part) => hmac(made, part),
    `AWS4${KEY.secretAccessKey}`,
  );
  const right = hmac(key, toSign);
  return timingSafeEqual(right, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch';
}
