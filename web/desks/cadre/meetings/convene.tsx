import { Card, Flex, Select, Typography } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  CadreConvene,
  CadreCouncilNames,
  CadreMeetingKinds,
  type CadreMeetingKindsQuery,
  CadreMotionTitles,
} from '../../../generated/operations';
import type { ActField } from '../../kit/act-field';
import { ActForm } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useWhole } from '../../kit/use-whole';
import { type Community, useWhere } from '../where';

type Kind = CadreMeetingKindsQuery['meetingKinds'][number];

/** The councils and motions of a community that a meeting can be of. */
interface Known {
  readonly councils: NonNullable<ActField['options']>;
  readonly motions: NonNullable<ActField['options']>;
}

const DAY_MS = 86_400_000;

/** Convenes a meeting: each kind asks for what the table of kinds says. */
export function Convene() {
  const { t } = useTranslation();
  const { here } = useWhere();
  const read = useRead(CadreMeetingKinds, {});
  if (!here) return <Nothing says={t('cadre.no-community')} />;
  return (
    <Page title={t('cadre.convene')}>
      <Shown read={read}>
        {({ meetingKinds }) => <ConveneOf {...{ here, kinds: meetingKinds }} />}
      </Shown>
    </Page>
  );
}

function ConveneOf(props: { readonly here: Community; readonly kinds: readonly Kind[] }) {
  const { here, kinds } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [chosen, choose] = useState<Kind['kind']>('FORUM');
  const kind = kinds.find((each) => each.kind === chosen);
  const known = useKnown(here.id, chosen);
  return (
    <Card style={{ maxWidth: 640 }}>
      <Flex vertical gap="middle">
        <Flex vertical gap={4}>
          <Typography.Text id="meeting-kind">{t('cadre.meeting.kind')}</Typography.Text>
          <Select
            aria-labelledby="meeting-kind"
            value={chosen}
            onChange={choose}
            options={kinds.map((each) => ({
              ...{ value: each.kind, label: t(`cadre.meeting.${each.kind}`) },
            }))}
          />
        </Flex>
        {kind && (
          <ActForm
            key={chosen}
            document={CadreConvene}
            go={t('cadre.convene.go')}
            given={{ kind: chosen, placeId: here.id }}
            effect={t('cadre.convene.effect', { count: kind.noticeDays })}
            onDone={() => void navigate('/cadre/meetings')}
            fields={fieldsOf(kind, known, here, t)}
          />
        )}
      </Flex>
    </Card>
  );
}

/** What a kind is of: asked for where that kind is meant. */
function useKnown(place: string, kind: Kind['kind']): Known {
  const councils = useWhole(
    CadreCouncilNames,
    kind === 'COUNCIL_MEETING' ? [{ place }] : [],
    ({ node }) => found(node)?.councils,
  );
  const motions = useWhole(
    CadreMotionTitles,
    kind === 'HEARING' ? [{ place, state: 'ADMITTED' as const }] : [],
    ({ node }) => found(node)?.motions,
  );
  const sitting = (councils.data ?? []).filter(({ dissolvedAt }) => dissolvedAt === null);
  return {
    councils: sitting.map(({ id, name }) => ({ value: id, label: name })),
    motions: (motions.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
  };
}

/** What a kind asks for: its council, its motion, an agenda, and days of notice. */
function fieldsOf(
  kind: Kind,
  known: Known,
  { timeZone }: Community,
  t: TFunction,
): readonly ActField[] {
  const earliest = new Date(Date.now() + (kind.noticeDays + 1) * DAY_MS);
  const { councils, motions } = known;
  const placed: readonly ActField[] = [
    {
      ...{ name: 'startsAt', kind: 'moment', label: t('cadre.meeting.starts-at') },
      first: `${localOf(earliest, timeZone).slice(0, 10)}T14:00`,
    },
    {
      ...{ name: 'durationMinutes', kind: 'whole', label: t('cadre.meeting.minutes-long') },
      first: '120',
    },
    { name: 'venue', kind: 'line', label: t('cadre.meeting.venue') },
    {
      ...{ name: 'agenda', kind: 'text', label: t('cadre.meeting.agenda') },
      optional: !kind.needsAgenda,
    },
    { name: 'link', kind: 'line', label: t('cadre.meeting.link'), optional: true },
  ];
  return [
    { name: 'title', kind: 'line', label: t('cadre.meeting.title') },
    ...(kind.kind === 'COUNCIL_MEETING'
      ? [choice('councilId', t('cadre.meeting.council'), councils)]
      : []),
    ...(kind.kind === 'HEARING' ? [choice('motionId', t('cadre.meeting.motion'), motions)] : []),
    ...placed,
  ];
}

const choice = (name: string, label: string, options: ActField['options'] = []): ActField => ({
  ...{ name, kind: 'choice', label, options },
});
