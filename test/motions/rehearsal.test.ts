import { createDataSource } from '../../ormconfig';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { tableMotion } from '../../src/motions/table-motion';
import { reserveMatter } from '../../src/society/reserve-matter';
import { fund, newPool } from '../foundations/money';
import { grantActs } from '../grants/board';
import {
  DAY,
  decideByCouncil,
  doing,
  motionOf,
  newAssembly,
  START,
  type Assembly,
} from './assembly';

/** An act is tried when it is tabled: nothing of it stays, and nobody waits for somebody else. */

let assembly: Assembly;
const acts: Record<string, Record<string, object>> = {};
beforeAll(async () => {
  assembly = await newAssembly(5);
  const { dataSource } = assembly.database;
  const { officer, home } = assembly.world;
  const pool = await newPool(dataSource, home);
  await fund(dataSource, pool, 100_000n);
  await decideByCouncil(assembly, pool.globalId);
  const asked = await grantActs(dataSource, home).apply(pool, [30_000], {}, START);
  acts.grant = { awardGrant: { applicationId: asked.globalId } };
  await doing(assembly, officer.actor, reserveMatter, {
    ...{ communityId: home.place.globalId, act: 'appoint_member' as const },
  });
  acts.cadre = {
    appointMember: {
      ...{ organisationId: home.committee.globalId, role: 'cadre', validFrom: '2030-01-01' },
      residentId: home.households[3]!.residents[0]!.globalId,
    },
  };
  const { globalId: placeId } = home.place;
  acts.covenant = { adoptCovenant: { placeId, title: 'Quiet', text: 'After ten.' } };
});
afterAll(() => assembly.database.drop());

/** Every table with how many rows it has, but for the motions. */
async function rows(): Promise<unknown> {
  return await assembly.database.dataSource.query(
    `select table_name, (xpath('/row/n/text()', query_to_xml(format(
       'select count(*) as n, md5(string_agg(md5(each::text), '''' order by md5(each::text))) as h
        from %I each', table_name), false, true, '')))[1]::text as n,
       (xpath('/row/h/text()', query_to_xml(format(
       'select count(*) as n, md5(string_agg(md5(each::text), '''' order by md5(each::text))) as h
        from %I each', table_name), false, true, '')))[1]::text as h
     from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'motion'
     order by table_name`,
  );
}

test.each(['grant', 'cadre', 'covenant'])('of a %s nothing stays but the motion', async (name) => {
  const before = await rows();
  const motion = await doing(
    assembly,
    assembly.world.home.cadre.actor,
    tableMotion,
    motionOf(assembly, { title: `A ${name}`, act: acts[name] ?? null }),
  );
  expect(motion.state).toBe('tabled');
  expect(await rows()).toEqual(before);
});

test('more people table at one moment than there are connections, and all come through', async () => {
  const few = createDataSource(assembly.database.url, 2);
  await few.initialize();
  try {
    const { actor } = assembly.world.home.cadre;
    const now = new Date(START.getTime() + DAY);
    const tabled = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        inUnitOfWork(
          few,
          actor,
          (work) =>
            tableMotion(
              work,
              motionOf(assembly, { title: `At once ${n}`, act: acts.grant ?? null }),
            ),
          now,
        ),
      ),
    );
    expect(new Set(tabled.map(({ id }) => id)).size).toBe(12);
  } finally {
    await few.destroy();
  }
}, 30_000);
