import { Card, Flex, Select, Typography } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  CadreConvene,
  CadreMeetingKinds,
  type CadreMeetingKindsQuery,
} from '../../../generated/operations';
import type { ActField } from '../../kit/act-field';
import { ActForm } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { type Community, useWhere } from '../where';

type Kind = CadreMeetingKindsQuery['meetingKinds'][number];
type Known = Extract<NonNullable<CadreMeetingKindsQuery['node']>, { readonly id: string }>;

const DAY_MS = 86_400_000;

/** Convenes a meeting: each kind asks for what the table of kinds says. */
export function Convene() {
  const { t } = useTranslation();
  const { here } = useWhere();
  const read = useRead(CadreMeetingKinds, { place: here?.id ?? '' }, !here);
  if (!here) return <Nothing says={t('cadre.no-community')} />;
  return (
    <Page title={t('cadre.convene')}>
      <Shown read={read}>
        {({ meetingKinds, node }) => {
          const known = found(node);
          return known && <ConveneOf {...{ here, known, kinds: meetingKinds }} />;
        }}
      </Shown>
    </Page>
  );
}

function ConveneOf(props: {
  readonly here: Community;
  readonly known: Known;
  readonly kinds: readonly Kind[];
}) {
  const { here, known, kinds } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [chosen, choose] = useState<Kind['kind']>('FORUM');
  const kind = kinds.find((each) => each.kind === chosen);
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

/** What a kind asks for: its council, its motion, an agenda, and days of notice. */
function fieldsOf(
  kind: Kind,
  known: Known,
  { timeZone }: Community,
  t: TFunction,
): readonly ActField[] {
  const earliest = new Date(Date.now() + (kind.noticeDays + 1) * DAY_MS);
  const councils = known.councils.edges
    .filter(({ node }) => node.dissolvedAt === null)
    .map(({ node }) => ({ value: node.id, label: node.name }));
  const motions = known.motions.edges.map(({ node }) => ({ value: node.id, label: node.title }));
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
