/**
 * SQL: who decides an application, a table called so: whoever did so for its pool when it was
 * submitted; where nothing was set, the board.
 */
export const decidedBy = (application: string) => `coalesce((
  select decider.decided_by from pool_decider decider
  where decider.community_id = ${application}.community_id
    and decider.pool_id = ${application}.pool_id
    and decider.valid_from <= ${application}.submitted_at
  order by decider.valid_from desc, decider.id desc limit 1), 'board')`;
