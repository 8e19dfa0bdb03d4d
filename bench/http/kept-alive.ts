import net from 'node:net';

/** Where to send, and with which headers. */
export interface Target {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const END_OF_HEAD = '\r\n\r\n';

/**
 * One connection that sends one request after the other. It reads as much of HTTP as our own
 * servers write (a length, no chunks): the caller shares two cores with what it measures.
 */
export class KeptAlive {
  private readonly path: string;
  private readonly lines: string;
  private received = '';
  private settle: ((answer: string) => void) | null = null;
  private fail: ((error: Error) => void) | null = null;

  private constructor(
    private readonly socket: net.Socket,
    { port, path, headers }: Target,
  ) {
    const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers });
    this.path = path;
    this.lines = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    // One byte is one character here, so that lengths can be compared.
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.take(chunk));
    socket.on('error', (error) => this.fail?.(error));
    socket.on('close', () => this.fail?.(new Error('The server closed the connection')));
  }

  static open(target: Target): Promise<KeptAlive> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(target.port, '127.0.0.1');
      socket.setNoDelay(true);
      socket.once('error', reject);
      socket.once('connect', () => resolve(new KeptAlive(socket, target)));
    });
  }

  /**
   * Posts a body, or gets what begins with `?`; resolves with the whole answer, its head included.
   */
  ask(what: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.settle = resolve;
      this.fail = reject;
      this.socket.write(what.startsWith('?') ? this.get(what) : this.post(what));
    });
  }

  private get(query: string): string {
    return `GET ${this.path}${query} HTTP/1.1\r\n${this.lines}\r\n`;
  }

  private post(body: string): string {
    const about = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
    return `POST ${this.path} HTTP/1.1\r\n${this.lines}${about}${END_OF_HEAD}${body}`;
  }

  private take(chunk: string): void {
    this.received += chunk;
    const end = this.received.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.received)?.[1];
    if (length === undefined) {
      this.fail?.(new Error(`An answer without a length: ${this.received.slice(0, 300)}`));
      return;
    }
    if (this.received.length < end + END_OF_HEAD.length + Number(length)) return;
    const answer = this.received;
    this.received = '';
    this.settle?.(answer);
  }

  close(): void {
    this.fail = null;
    this.socket.destroy();
  }
}
