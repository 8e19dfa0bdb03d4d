import type { DataSource } from 'typeorm';
import { SYSTEM, type Actor } from '../src/kernel/actor';
import { dayOf } from '../src/kernel/calendar';
import { inUnitOfWork, type UnitOfWork } from '../src/kernel/unit-of-work';
import { actorOfPerson } from '../src/society/person.reader';

/** Where the demo plays. */
export const ZONE = 'Asia/Shanghai';

type Command<Input, Result> = (work: UnitOfWork, input: Input) => Promise<Result>;

/**
 * Runs commands as one person or another, at one moment or another: the seeds' only way to write.
 */
export class Stage {
  private readonly actors = new Map<string, Actor>();

  constructor(
    readonly source: DataSource,
    readonly today: Date,
  ) {}

  /** Does a command as a person (null: the system), as it stood at a moment (default: today). */
  async as<Input, Result>(
    personId: string | null,
    command: Command<Input, Result>,
    input: Input,
    at: Date = this.today,
  ): Promise<Result> {
    const actor = personId === null ? SYSTEM : await this.actor(personId);
    return await inUnitOfWork(this.source, actor, (work) => command(work, input), at);
  }

  /** New roles count from the next act on. */
  forget(personId: string): void {
    this.actors.delete(personId);
  }

  private async actor(personId: string): Promise<Actor> {
    const known = this.actors.get(personId);
    if (known) return known;
    const day = dayOf(this.today, ZONE);
    const actor = await actorOfPerson(this.source.manager, personId, day);
    if (!actor) throw new Error(`Nobody has the id ${personId}`);
    this.actors.set(personId, actor);
    return actor;
  }
}
