import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CadreMeetings } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';

/** The meetings of a community, the last to come first. */
export function Meetings() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <MeetingsOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

function MeetingsOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const list = useList(CadreMeetings, { place: here.id }, ({ node }) => found(node)?.meetings);
  return (
    <Page title={t('cadre.meetings')} actions={<Link to="convene">{t('cadre.convene')}</Link>}>
      <LinkList
        list={list}
        none={t('cadre.meetings.none')}
        line={({ id, title, kind, state, startsAt, venue, council, place }) => ({
          ...{ key: id, to: id, title },
          says: (
            <>
              {t(`cadre.meeting.${kind}`)} · <Moment of={startsAt} timeZone={here.timeZone} /> ·{' '}
              {[venue, council?.name ?? place?.name].filter(Boolean).join(' · ')}
            </>
          ),
          side: <Tag variant="outlined">{t(`cadre.meeting-state.${state}`)}</Tag>,
        })}
      />
    </Page>
  );
}
