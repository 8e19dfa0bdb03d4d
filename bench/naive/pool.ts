import { Pool } from 'pg';
import { speedOf } from '../arithmetic';
import { pick } from '../posting/facts';
import { SHAPE } from '../posting/shape';
import type { NaiveRun } from './pgbench';
import type { Script } from './scripts';

/** The stand-in where there is no pgbench: a plain pool, the same statements, prepared. */
export async function runPool(
  url: string,
  script: Script,
  clients: number,
  seconds: number,
): Promise<NaiveRun> {
  const pool = new Pool({ connectionString: url, max: clients, options: script.session });
  pool.on('error', () => undefined);
  const statements = script.statements.map(prepared);
  const times: number[] = [];
  let done = 0;
  // All connections stand before the first statement, as pgbench's do.
  const held = await Promise.all(Array.from({ length: clients }, () => pool.connect()));
  for (const client of held) client.release();
  const deadline = performance.now() + seconds * 1000;
  const loop = async () => {
    while (performance.now() < deadline) {
      const drawn = draw(script);
      const begun = performance.now();
      const client = await pool.connect();
      try {
        const turns = script.repeats !== null && pick(SHAPE.oneRepeatedIn) === 0 ? 2 : 1;
        for (let turn = 0; turn < turns; turn += 1)
          for (const { name, text, uses } of statements)
            await client.query({ name, text, values: uses.map((each) => drawn[each]) });
      } finally {
        client.release();
      }
      done += 1;
      const ended = performance.now();
      if (ended <= deadline) times.push(ended - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, loop));
  await pool.end();
  return {
    done,
    ...speedOf(times, seconds * 1000),
  };
}

function draw({ draws, values }: Script): Record<string, number | string> {
  const drawn = Object.entries(draws).map(([name, [from, to]]): [string, number] => [
    name,
    from + pick(to - from + 1),
  ]);
  return { ...Object.fromEntries(drawn), ...values };
}

/** `:name` becomes a parameter; `::type` and what stands escaped in literals stay. */
function prepared(statement: string, index: number) {
  const uses: string[] = [];
  const text = statement.replace(/(?<!:):([a-z]\w*)/g, (_, name: string) => {
    if (!uses.includes(name)) uses.push(name);
    return `$${uses.indexOf(name) + 1}`;
  });
  return { name: `naive-${index}`, text, uses };
}
