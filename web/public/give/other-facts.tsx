import { money } from '../../kit/figures';
import type { Visit } from '../page';
import { addressOf } from './asked-cards';
import { isPublicFund, type AskedPool } from './target';

/** What became of all that reached a pool. */
export function PoolFacts({ pool, visit }: { readonly pool: AskedPool; readonly visit: Visit }) {
  const { t, language } = visit;
  const figures = [
    [t('give.pool.received'), pool.received],
    [t('give.pool.spent'), pool.spent],
    [t('give.pool.committed'), pool.committed],
    [t('give.pool.available'), pool.available],
  ] as const;
  return (
    <dl className="give-figures">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{money(figure, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The projects that a pool pays for now: one may give for a project by itself. */
export function Projects({ pool, visit }: { readonly pool: AskedPool; readonly visit: Visit }) {
  const { t } = visit;
  const running = pool.grants.edges.filter(({ node }) => node.grantState === 'ACTIVE');
  if (running.length === 0 || isPublicFund(pool)) return null;
  return (
    <section aria-labelledby="projects">
      <h2 id="projects">{t('give.projects')}</h2>
      <ul className="give-gifts">
        {running.map(({ node }) => (
          <li key={node.id}>
            <a href={addressOf(pool.place.slug, node.id)}>{node.title}</a>
            <p className="give-soft">{node.grantee.name}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
