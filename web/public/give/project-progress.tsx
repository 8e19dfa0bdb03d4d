import { count, money, percent } from '../../kit/figures';
import { minorOf, partOf, sumOf } from '../../kit/sums';
import type { Come, Visit } from '../page';
import type { AskedGrant } from './target';

type Props = { readonly grant: AskedGrant; readonly visit: Visit };

/** What a project needs, as its gifts and its pool share it: gifts pay for it first. */
function sharesOf({ amount, givenForProject }: AskedGrant) {
  const { currency } = amount;
  const needs = minorOf(amount.amount, currency) ?? 0n;
  const given = minorOf(givenForProject.amount, currency) ?? 0n;
  const rest = needs > given ? needs - given : 0n;
  return { share: Math.min(1, partOf(given, needs)), rest: sumOf(rest, currency) };
}

/** How much of what a project needs was given for it. */
export function comeOf(grant: AskedGrant, { t, language }: Visit): Come {
  const { share } = sharesOf(grant);
  const facts = {
    given: money(grant.givenForProject, language),
    goal: money(grant.amount, language),
    percent: percent(share, language),
  };
  return { share, says: t('give.project.progress', facts) };
}

/** How far a project has come: what was given for it, what its pool pays, what was reached. */
export function ProjectProgress({ grant, visit }: Props) {
  const { t, language } = visit;
  const { share } = sharesOf(grant);
  const { says } = comeOf(grant, visit);
  const { tranches, givenForProject, amount } = grant;
  const reached = tranches.filter(({ milestone }) => milestone.acceptedAt !== null);
  const of = { goal: money(amount, language) };
  const milestones = {
    reached: count(reached.length, language),
    all: count(tranches.length, language),
  };
  return (
    <div className="give-progress">
      <p className="give-raised">
        <strong>{money(givenForProject, language)}</strong> {t('give.project.of', of)}
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={says}>
        <rect className="track" width="100" height="4" />
        <rect className="done" width={share * 100} height="4" />
      </svg>
      <p className="give-facts">
        <span>{restOf(grant, visit)}</span>
        <span>{t('give.project.paid', { paid: money(grant.paid, language) })}</span>
        <span>{t('give.project.milestones', milestones)}</span>
      </p>
    </div>
  );
}

/** Who pays what gifts do not; gifts that are more than it needs serve its pool. */
function restOf(grant: AskedGrant, { t, language }: Visit): string {
  const { rest } = sharesOf(grant);
  const facts = { pool: grant.pool.name, rest: money(rest, language) };
  return t(rest.minor === '0' ? 'give.project.covered' : 'give.project.rest', facts);
}
