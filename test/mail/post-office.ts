import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A letter as it came over the wire. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  header(name: string): string | undefined;
}

/** A small real SMTP server on this machine, which may refuse for a while. */
export interface PostOffice {
  readonly url: string;
  readonly received: Received[];
  /** The answers to the next recipients, in place of 250: `450 later`. */
  readonly answers: string[];
  /** Closes the line after it has taken a letter, without a word: for the next so many letters. */
  hangsUp: number;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const sockets = new Set<Socket>();
  const office = { received: [] as Received[], answers: [] as string[], hangsUp: 0 };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    void converse(socket, office);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(office, {
    url: `smtp://127.0.0.1:${port}`,
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  });
}

type Desk = Pick<PostOffice, 'received' | 'answers' | 'hangsUp'>;

async function converse(socket: Socket, office: Desk): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let [from, to, data] = ['', [] as string[], null as string[] | null];
  say('220 here');
  for await (const line of createInterface({ input: socket })) {
    if (data) {
      if (line !== '.') {
        data.push(line.replace(/^\./, ''));
        continue;
      }
      office.received.push(letter(from, to, data.join('\n')));
      [to, data] = [[], null];
      if (office.hangsUp > 0) {
        office.hangsUp -= 1;
        socket.destroy();
      } else say('250 taken');
      continue;
    }
    const [verb = ''] = line.toUpperCase().split(/[ :]/);
    if (verb === 'MAIL') from = line;
    if (verb === 'RCPT') {
      const answer = office.answers.shift() ?? '250 known';
      if (answer.startsWith('2')) to.push(/<(.*)>/.exec(line)?.[1] ?? line);
      say(answer);
    } else if (verb === 'DATA') {
      data = [];
      say('354 go on');
    } else if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  }
}

function letter(from: string, to: string[], raw: string): Received {
  const head = (raw.split('\n\n')[0] ?? '').replace(/\n\s+/g, ' ');
  const header = (name: string) =>
    head
      .split('\n')
      .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      ?.slice(name.length + 1)
      .trim();
  return { from, to, raw, header };
}
