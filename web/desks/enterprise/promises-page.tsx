import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EnterpriseDeclarations } from '../../generated/operations';
import { found } from '../kit/found';
import { Listed } from '../kit/listed';
import { Nothing, Page } from '../kit/shown';
import { useList } from '../kit/use-list';
import { useEnterprise } from './enterprises';
import { PromiseCard } from './promise-card';

/** What the enterprise declared, the latest period first, each with how far it has been kept. */
export function PromisesPage() {
  const { t } = useTranslation();
  const { id } = useEnterprise();
  const list = useList(
    EnterpriseDeclarations,
    { id },
    ({ node }) => found(node)?.declarations ?? null,
  );
  const declare = (
    <Link to="/enterprise/promises/new">
      <Button type="primary" tabIndex={-1}>
        {t('enterprise.declare')}
      </Button>
    </Link>
  );
  return (
    <Page title={t('enterprise.promises')} actions={declare}>
      <Listed list={list} empty={<Nothing says={t('enterprise.promises.none')} />}>
        {(promises) => (
          <ul className="ent-cards">
            {promises.map((each) => (
              <li key={each.id}>
                <PromiseCard of={each} />
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}
