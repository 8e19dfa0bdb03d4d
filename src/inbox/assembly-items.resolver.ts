import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Candidate } from '../elections/candidate.graphql';
import { candidateById } from '../elections/candidate.reader';
import { Election, ElectionWard } from '../elections/election.graphql';
import { electionById, wardById } from '../elections/election.reader';
import { MeetingAttendanceList } from '../meetings/attendance.graphql';
import { attendanceListById } from '../meetings/attendance.reader';
import { MeetingMinutes } from '../meetings/minutes.graphql';
import { minutesById } from '../meetings/minutes.reader';
import { FundProject } from '../public-funds/fund-project.graphql';
import { fundProjectById } from '../public-funds/fund-project.reader';
import {
  AttendanceToWitness,
  ElectionToConclude,
  ElectionWardToCount,
  FundProjectToAdvance,
  MinutesToApprove,
  NominationToAccept,
} from './assembly-items.graphql';
import type { InboxRow } from './inbox.reader';

@Resolver(() => AttendanceToWitness)
export class AttendanceToWitnessResolver {
  @FieldResolver(() => MeetingAttendanceList, { description: 'The list.' })
  async list(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(attendanceListById, communityId, nodeId);
  }
}

@Resolver(() => MinutesToApprove)
export class MinutesToApproveResolver {
  @FieldResolver(() => MeetingMinutes, { description: 'The minutes, as they were last written.' })
  async minutes(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(minutesById, communityId, nodeId);
  }
}

@Resolver(() => NominationToAccept)
export class NominationToAcceptResolver {
  @FieldResolver(() => Candidate, { description: 'The person as the candidate they would be.' })
  async candidate(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(candidateById, communityId, nodeId);
  }
}

@Resolver(() => ElectionWardToCount)
export class ElectionWardToCountResolver {
  @FieldResolver(() => ElectionWard, { description: 'The ward.' })
  async ward(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(wardById, communityId, nodeId);
  }
}

@Resolver(() => ElectionToConclude)
export class ElectionToConcludeResolver {
  @FieldResolver(() => Election, { description: 'The election.' })
  async election(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(electionById, communityId, nodeId);
  }
}

@Resolver(() => FundProjectToAdvance)
export class FundProjectToAdvanceResolver {
  @FieldResolver(() => FundProject, { description: 'The project.' })
  async project(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(fundProjectById, communityId, nodeId);
  }
}
