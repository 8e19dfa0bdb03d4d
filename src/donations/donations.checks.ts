import type { Check } from '../ledger/verify';

/** What gifts, the processor's objects and the ledger must agree on, as `verify` checks it. */
export const DONATIONS_CHECKS: readonly Check[] = [
  {
    name: 'gifts-posted',
    says: 'Every payment, refund and dispute has its entries, and there are no others of theirs.',
    sql: `select wanted.community_id, wanted.key, wanted.entry_id, posted.id, posted.key as found
      from (
        select community_id, 'own/charge/' || charge_id as key, null::uuid as entry_id
        from gift_payment
        union all select community_id, 'own/refund/' || refund_id, entry_id
        from gift_refund where entry_id is not null
        union all select community_id, 'own/refund-failed/' || refund_id, reversal_entry_id
        from gift_refund where reversal_entry_id is not null
        union all select community_id, 'own/dispute/' || dispute_id, withdrawn_entry_id
        from gift_dispute where withdrawn_entry_id is not null
        union all select community_id, 'own/dispute-won/' || dispute_id, reinstated_entry_id
        from gift_dispute where reinstated_entry_id is not null
        union all select community_id, 'own/dispute-lost/' || dispute_id, lost_entry_id
        from gift_dispute where lost_entry_id is not null
        union all select community_id, 'own/dispute-found/' || dispute_id, null
        from gift_dispute where lost_entry_id is not null and reinstated_entry_id is not null
      ) wanted
      full join (
        select community_id, id, key from ledger_entry
        where key ~ '^own/(charge|refund|refund-failed|dispute(-won|-lost|-found)?)/'
      ) posted on posted.community_id = wanted.community_id and posted.key = wanted.key
      where wanted.key is null or posted.key is null or wanted.entry_id <> posted.id`,
  },
  {
    name: 'donations-agree',
    says: 'A donation is paid by one payment, and tells what of it went back or is disputed.',
    sql: `select donation.community_id, donation.id, donation.state, gifts.number,
        donation.refunded_minor, back.refunded, donation.disputed_minor, back.disputed
      from donation
      left join (
        select community_id, donation_id, count(*) as number, min(minor) as minor
        from gift_payment where taken_as = 'gift' group by community_id, donation_id
      ) gifts on gifts.community_id = donation.community_id and gifts.donation_id = donation.id
      left join (
        select community_id, donation_id, sum(refunded) as refunded, sum(disputed) as disputed
        from (
          select payment.community_id, payment.donation_id, refund.minor as refunded, 0 as disputed
          from gift_refund refund join gift_payment payment
            on payment.community_id = refund.community_id and payment.id = refund.payment_id
          where payment.taken_as = 'gift' and refund.entry_id is not null
            and refund.reversal_entry_id is null
          union all
          select payment.community_id, payment.donation_id, 0, dispute.minor
          from gift_dispute dispute join gift_payment payment
            on payment.community_id = dispute.community_id and payment.id = dispute.payment_id
          where payment.taken_as = 'gift' and dispute.withdrawn_entry_id is not null
            and dispute.reinstated_entry_id is null
        ) each group by community_id, donation_id
      ) back on back.community_id = donation.community_id and back.donation_id = donation.id
      where (donation.state = 'paid') <> (coalesce(gifts.number, 0) = 1)
        or gifts.number > 1 or gifts.minor <> donation.amount_minor
        or donation.refunded_minor <> coalesce(back.refunded, 0)
        or donation.disputed_minor <> coalesce(back.disputed, 0)`,
  },
  {
    name: 'suspense-has-tasks',
    says: 'What is held in suspense is the money of the open tasks, less what of it went back.',
    sql: `select community_id, currency, sum(minor) as off from (
        select held.community_id, asset.code as currency, held.credits - held.debits as minor
        from ledger_account held join asset on asset.id = held.asset_id
        where held.kind = 'suspense'
        union all
        select community_id, currency, -minor from payment_task
        where state = 'open' and minor is not null
        union all
        select task.community_id, task.currency, refund.minor
        from payment_task task
        join gift_payment payment on payment.community_id = task.community_id
          and payment.charge_id = task.object_id
        join gift_refund refund on refund.community_id = payment.community_id
          and refund.payment_id = payment.id and refund.entry_id is not null
          and refund.reversal_entry_id is null
        where task.state = 'open' and task.minor is not null
        union all
        select task.community_id, task.currency, dispute.minor
        from payment_task task
        join gift_payment payment on payment.community_id = task.community_id
          and payment.charge_id = task.object_id
        join gift_dispute dispute on dispute.community_id = payment.community_id
          and dispute.payment_id = payment.id and dispute.lost_entry_id is not null
          and dispute.reinstated_entry_id is null
        where task.state = 'open' and task.minor is not null
      ) told group by community_id, currency having sum(minor) <> 0`,
  },
  {
    name: 'disputes-held',
    says: 'What is held by disputes is what was withdrawn and is not decided.',
    sql: `select community_id, payment, currency, sum(minor) as off from (
        select held.community_id, held.about as payment, asset.code as currency,
          held.debits - held.credits as minor
        from ledger_account held join asset on asset.id = held.asset_id
        where held.kind = 'disputeHold'
        union all
        select payment.community_id, payment.id::text, payment.currency, -dispute.minor
        from gift_dispute dispute join gift_payment payment
          on payment.community_id = dispute.community_id and payment.id = dispute.payment_id
        where dispute.withdrawn_entry_id is not null and dispute.reinstated_entry_id is null
          and dispute.lost_entry_id is null
      ) told group by community_id, payment, currency having sum(minor) <> 0`,
  },
  {
    name: 'pending-settled',
    says: 'Nothing is pending of a payment whose every movement has its transaction.',
    sql: `select held.community_id, held.about as payment, held.debits - held.credits as minor
      from ledger_account held
      join gift_payment payment on payment.community_id = held.community_id
        and payment.id::text = held.about
      cross join lateral (
        select 1 + (select count(entry_id) + count(reversal_entry_id) from gift_refund
            where community_id = payment.community_id and payment_id = payment.id)
          + (select count(withdrawn_entry_id) + count(reinstated_entry_id) from gift_dispute
            where community_id = payment.community_id and payment_id = payment.id) as ours,
          (select count(*) from processor_object object
            join balance_transaction told on told.source_id = object.id and told.state = 'posted'
            where object.community_id = payment.community_id
              and object.payment_id = payment.id) as theirs
      ) moved
      where held.kind = 'processorPending' and held.debits <> held.credits
        and moved.theirs >= moved.ours
        and not exists (select 1 from gift_refund refund
          where refund.community_id = payment.community_id and refund.payment_id = payment.id
            and refund.state = 'failed' and refund.refund_id is not null
            and refund.entry_id is null)`,
  },
  {
    name: 'acknowledgements-numbered',
    says: "The acknowledgements of a foundation's year are numbered without a gap.",
    sql: `select coalesce(series.community_id, papers.community_id) as community_id,
        coalesce(series.foundation_id, papers.foundation_id) as foundation_id,
        coalesce(series.year, papers.year) as year, series.last_number, papers.number, papers.last
      from acknowledgement_series series
      full join (
        select community_id, foundation_id, year, count(*) as number, max(number) as last
        from acknowledgement group by community_id, foundation_id, year
      ) papers on papers.community_id = series.community_id
        and papers.foundation_id = series.foundation_id and papers.year = series.year
      where series.last_number is distinct from papers.number
        or papers.last is distinct from papers.number`,
  },
  {
    name: 'gifts-acknowledged',
    says: 'Every gift that was paid is acknowledged once.',
    sql: `select payment.community_id, payment.id, count(paper.id) as papers
      from gift_payment payment
      left join acknowledgement paper on paper.community_id = payment.community_id
        and paper.donation_id = payment.donation_id and paper.corrects_id is null
      group by payment.community_id, payment.donation_id, payment.id, payment.taken_as
      having payment.taken_as = 'gift' and count(paper.id) <> 1`,
  },
];
