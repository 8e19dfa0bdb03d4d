import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type TillDriveFragment,
  TillDrives,
  TillEndDrive,
  TillOpenDrive,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Day } from '../../kit/figures';
import { found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useTill } from '../at-store';
import { LinkButton } from '../link-button';
import { Mark } from '../mark';
import { todayAt } from '../today';

/** The drives for goods in this community: the storekeeper opens one, and ends it early. */
export function DrivesPage() {
  const { t } = useTranslation();
  const { store } = useTill();
  const { place } = store;
  const list = useList(TillDrives, { placeId: place.id }, ({ node }) => found(node)?.goodsDrives);
  const today = todayAt(place.timeZone);
  const actions = (
    <>
      <LinkButton to="/till/gifts">{t('store.gifts')}</LinkButton>
      {store.runs && (
        <ActButton
          document={TillOpenDrive}
          title={t('store.drive.open')}
          button={{ type: 'primary' }}
          given={{ communityId: place.id }}
          fields={[
            { name: 'title', kind: 'line', label: t('store.drive.title') },
            { name: 'place', kind: 'line', label: t('store.drive.place') },
            { name: 'startsOn', kind: 'day', label: t('store.drive.from'), first: today },
            { name: 'endsOn', kind: 'day', label: t('store.drive.until') },
          ]}
          effect={t('store.drive.open.effect')}
          go={t('store.drive.open')}
          onDone={list.again}
        />
      )}
    </>
  );
  return (
    <Page title={t('store.drives')} actions={actions}>
      <Listed
        list={list}
        empty={<Nothing says={t(store.runs ? 'store.drives.none' : 'store.drives.none-yet')} />}
      >
        {(drives) => (
          <ul className="till-cards">
            {drives.map((drive) => (
              <DriveCard key={drive.id} drive={drive} today={today} done={list.again} />
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

function DriveCard(props: {
  readonly drive: TillDriveFragment;
  readonly today: string;
  readonly done: () => void;
}) {
  const { drive, today, done } = props;
  const { t } = useTranslation();
  const { runs } = useTill().store;
  const { id, title, place, startsOn, endsOn, gifts, pieces } = drive;
  const isOn = startsOn <= today && today <= endsOn;
  return (
    <li className="till-card">
      <Flex gap="small" wrap align="center">
        <strong>{title}</strong>
        <span>{place}</span>
        <span>
          <Day of={startsOn} /> – <Day of={endsOn} />
        </span>
        <Mark as={isOn ? 'busy' : 'plain'}>
          {t(`store.drive.${isOn ? 'on' : today < startsOn ? 'to-come' : 'over'}`)}
        </Mark>
      </Flex>
      <Typography.Text>{t('store.drive.sums', { gifts, pieces })}</Typography.Text>
      {isOn && today < endsOn && runs && (
        <div>
          <ActButton
            document={TillEndDrive}
            title={t('store.drive.end')}
            button={{ 'aria-label': t('store.drive.end.of', { title }) }}
            given={{ driveId: id }}
            effect={t('store.drive.end.effect', { title, gifts, pieces })}
            go={t('store.drive.end')}
            danger
            onDone={done}
          />
        </div>
      )}
    </li>
  );
}
