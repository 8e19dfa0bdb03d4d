import type { DataSource } from 'typeorm';
import { ZHANQIAN, type Size } from './cast';
import { holdBallots } from './ballots';
import { openCampaigns } from './campaigns';
import { seatCouncils } from './councils';
import { giveCourses } from './courses';
import { keepCourtyards } from './courtyards';
import { openEconomy } from './economy';
import { holdElections } from './elections';
import { stockExpiring } from './goods';
import { playGrants } from './grants';
import { liveYear } from './life';
import { holdMeetings } from './meetings';
import { lendPremises } from './operators';
import { buildSociety } from './society';
import { Stage } from './stage';
import { keepStoreRooms } from './store-room';
import { remitYear } from './surplus';
import { resolveTogether } from './motions';
import { spendPublicMoney } from './public-money';
import { openTills } from './tills';
import { Year } from './time';

/**
 * Fills an empty database with Zhanqian Street and a year of its life, through the same commands
 * the API uses.
 */
export async function seedDemo(
  source: DataSource,
  print: (line: string) => void,
  size: Size = ZHANQIAN,
): Promise<void> {
  print(
    `Building Zhanqian Street (${size.households} households, ${size.residents} residents) ` +
      'and a year of its life …',
  );
  const stage = new Stage(source, new Date());
  const year = new Year(stage.today);
  const cast = await buildSociety(stage, size);
  const economy = await openEconomy(stage, cast, year);
  await lendPremises(stage, cast, economy.shops, year);
  for (const shop of economy.shops) await openTills(stage, shop, year);
  await remitYear(stage, cast, year);
  await playGrants(stage, cast, economy.shops, year);
  await openCampaigns(stage, cast, economy.shops, year);
  await Promise.all(economy.shops.map((shop) => liveYear(stage, cast, shop, year, size)));
  for (const shop of economy.shops) await stockExpiring(stage, shop, year);
  await giveCourses(stage, cast, year);
  await seatCouncils(stage, cast, year);
  await holdBallots(stage, cast, year);
  await resolveTogether(stage, cast, economy.shops, year);
  await holdMeetings(stage, cast, year);
  await keepCourtyards(stage, cast, year);
  await spendPublicMoney(stage, cast, year);
  await holdElections(stage, cast, year);
  await keepStoreRooms(stage, cast, economy.shops);
  // A year has gone by: everybody has chosen the password, and the demo's happens to be everyone's.
  await source.query('update password set given = false');
}
