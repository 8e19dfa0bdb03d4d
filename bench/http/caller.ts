import { randomUUID } from 'node:crypto';
import { speedOf } from '../arithmetic';
import { pick } from '../posting/facts';
import { SHAPE } from '../posting/shape';
import { takeJobs } from '../processes/child';
import { KeptAlive, type Target } from './kept-alive';

/** Calls a server over HTTP, so many requests at once, in a process of its own. */
export interface CallJob {
  readonly target: Target;
  /** What is asked, with gaps: `%KEY%`, `%NOW%`, and whatever `choices` names. */
  readonly template: string;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** What a right answer contains. */
  readonly expects: string;
  /** Send some of the requests twice, and see that both get the same thing. */
  readonly repeats: boolean;
  readonly inFlight: number;
  readonly seconds: number;
}

export interface Called {
  /** Requests answered rightly, each once, whenever the answer came. */
  readonly done: number;
  readonly perSecond: number;
  readonly meanMs: number;
  readonly p99Ms: number;
  readonly wrong: number;
  /** One of the wrong answers. */
  readonly example: string | null;
}

async function call(job: CallJob): Promise<Called> {
  const fill = bodies(job);
  const times: number[] = [];
  const count = { begun: 0, done: 0, wrong: 0 };
  let example: string | null = null;
  const started = performance.now();
  const deadline = started + job.seconds * 1000;
  const isRight = (answer: string) => {
    if (answer.startsWith('HTTP/1.1 200 ') && answer.includes(job.expects)) return true;
    count.wrong += 1;
    example ??= answer.slice(0, 2000);
    return false;
  };
  const loop = async () => {
    const connection = await KeptAlive.open(job.target);
    while (performance.now() < deadline) {
      count.begun += 1;
      const body = fill();
      const begun = performance.now();
      const answer = await connection.ask(body);
      const ended = performance.now();
      if (!isRight(answer)) continue;
      count.done += 1;
      if (ended <= deadline) times.push(ended - begun);
      if (job.repeats && count.begun % SHAPE.oneRepeatedIn === 0) {
        const again = await connection.ask(body);
        if (isRight(again) && thingIn(again) !== thingIn(answer)) count.wrong += 1;
      }
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: job.inFlight }, loop));
  return {
    ...{ done: count.done, wrong: count.wrong, example },
    ...speedOf(times, deadline - started),
  };
}

/** Fills the gaps of the template; it is taken apart only once. */
function bodies({ template, choices }: CallJob): () => string {
  const parts = template.split(/%([A-Z]+)%/);
  const gap = (name: string): string => {
    if (name === 'KEY') return randomUUID();
    if (name === 'NOW') return new Date().toISOString();
    const from = choices[name] ?? [];
    return from[pick(from.length)] ?? '';
  };
  return () => parts.map((part, i) => (i % 2 === 0 ? part : gap(part))).join('');
}

/** The id of what a mutation made. */
const thingIn = (answer: string) => /"id":"([^"]+)"/.exec(answer)?.[1];

takeJobs(call, () => Promise.resolve());
