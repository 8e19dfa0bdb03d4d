import { useTranslation } from 'react-i18next';
import { CadreCredits, CadreStores } from '../../../generated/operations';
import { found } from '../../kit/found';
import { Part } from '../../kit/part';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useRead } from '../../kit/use-read';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';
import { OpenStore } from './open-store';
import { Scheme } from './scheme';

/** What residents earn here and where they spend it: the rules that hold, for officers to set. */
export default function Credits() {
  const { t } = useTranslation();
  const { here } = useWhere();
  if (!here) return <Nothing says={t('cadre.no-community')} />;
  return (
    <Page title={t('cadre.credits')}>
      <SchemeOf here={here} />
      <Stores here={here} />
    </Page>
  );
}

function SchemeOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const read = useRead(CadreCredits, { placeId: here.id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const place = found(node);
        if (!place) return <Nothing says={t('desk.not-here')} />;
        return <Scheme {...{ here, place }} again={read.again} />;
      }}
    </Shown>
  );
}

function Stores({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const list = useList(CadreStores, { placeId: here.id }, ({ node }) => found(node)?.stores);
  return (
    <Part title={t('cadre.stores')} actions={<OpenStore here={here} again={list.again} />}>
      <LinkList
        list={list}
        none={t('cadre.stores.none')}
        line={({ id, name, code, operator }) => ({
          ...{ key: id, to: `/cadre/credits/stores/${id}`, title: name },
          says: `${code} · ${operator.name}`,
        })}
      />
    </Part>
  );
}
