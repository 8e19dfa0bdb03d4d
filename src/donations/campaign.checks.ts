import type { Check } from '../ledger/verify';

/** What campaigns, their gifts and the ledger must agree on, as `verify` checks it. */
export const CAMPAIGN_CHECKS: readonly Check[] = [
  {
    name: 'campaigns-raised',
    says: 'What each campaign raised is what its gifts came to, less refunds and open or lost disputes.',
    sql: `select campaign.community_id, campaign.id, campaign.raised_minor, campaign.gifts,
        given.minor, given.gifts as counted
      from campaign left join (
        select community_id, campaign_id, count(*) as gifts,
          sum(amount_minor - refunded_minor - disputed_minor) as minor
        from donation where state = 'paid' and campaign_id is not null
        group by community_id, campaign_id
      ) given on given.community_id = campaign.community_id and given.campaign_id = campaign.id
      where campaign.raised_minor <> coalesce(given.minor, 0)
        or campaign.gifts <> coalesce(given.gifts, 0)`,
  },
  {
    name: 'matches-belong',
    says: "Every match's account belongs to a campaign and its enterprise, in its currency.",
    sql: `select held.community_id, held.id, held.kind, held.holder_id, held.about, asset.code
      from ledger_account held
      join asset on asset.id = held.asset_id
      left join campaign on campaign.community_id = held.community_id
        and campaign.currency = asset.code
        and case when held.kind in ('matchRoom', 'matchRoomGranted')
          then campaign.id = held.holder_id and campaign.match_enterprise_id is not null
          else campaign.id::text = held.about
            and campaign.match_enterprise_id = held.holder_id end
      where held.kind in ('matchRoom', 'matchRoomGranted', 'matchDue', 'matchDeferred')
        and held.seq > 0 and campaign.id is null`,
  },
  {
    name: 'matches-left',
    says: 'What is left of each match is its cap less what is due and received; ended, nothing.',
    sql: `select campaign.community_id, campaign.id, campaign.match_cap_minor, campaign.ended_at,
        campaign.match_received_minor as received, room.minor as room, granted.minor as granted,
        due.minor as due, deferred.minor as deferred
      from campaign
      left join (
        select community_id, holder_id, sum(credits - debits) as minor from ledger_account
        where kind = 'matchRoom' group by community_id, holder_id
      ) room on room.community_id = campaign.community_id and room.holder_id = campaign.id
      left join (
        select community_id, holder_id, sum(debits - credits) as minor from ledger_account
        where kind = 'matchRoomGranted' group by community_id, holder_id
      ) granted
        on granted.community_id = campaign.community_id and granted.holder_id = campaign.id
      left join (
        select community_id, about, sum(debits - credits) as minor from ledger_account
        where kind = 'matchDue' group by community_id, about
      ) due on due.community_id = campaign.community_id and due.about = campaign.id::text
      left join (
        select community_id, about, sum(credits - debits) as minor from ledger_account
        where kind = 'matchDeferred' group by community_id, about
      ) deferred
        on deferred.community_id = campaign.community_id and deferred.about = campaign.id::text
      where coalesce(due.minor, 0) <> coalesce(deferred.minor, 0)
        or coalesce(room.minor, 0) <> coalesce(granted.minor, 0)
        or coalesce(room.minor, 0) <> case when campaign.ended_at is null
          then coalesce(campaign.match_cap_minor, 0) - coalesce(due.minor, 0)
            - campaign.match_received_minor
          else 0 end`,
  },
  {
    name: 'matches-received',
    says: 'What each enterprise has paid of its match is what was recorded of it.',
    sql: `select campaign.community_id, campaign.id, campaign.match_received_minor, paid.minor
      from campaign left join (
        select entry.community_id, entry.facts->>'campaignId' as about, -sum(leg.amount) as minor
        from ledger_entry entry
        join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
        join ledger_account held on held.community_id = leg.community_id
          and held.id = leg.account_id and held.kind = 'matchDue'
        where entry.rule = 'matchReceived'
        group by entry.community_id, entry.facts->>'campaignId'
      ) paid on paid.community_id = campaign.community_id and paid.about = campaign.id::text
      where campaign.match_received_minor <> coalesce(paid.minor, 0)`,
  },
];
