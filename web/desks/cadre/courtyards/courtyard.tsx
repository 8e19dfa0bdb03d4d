import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  CadreBodies,
  CadreCouncilNames,
  CadreCourtyard,
  type CadreCourtyardQuery,
  CadreEndBody,
  CadreNameBody,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Day } from '../../kit/figures';
import { found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useWhole } from '../../kit/use-whole';
import { Facts } from '../parts/facts';
import { Part } from '../../kit/part';
import { useWhere } from '../where';
import { Activities } from './activities';

export type Whole = Extract<NonNullable<CadreCourtyardQuery['node']>, { readonly id: string }>;
export type OfCourtyard = { readonly courtyard: Whole; readonly again: () => void };

/** A courtyard: who stands for it, by what covenant it lives, and what it does. */
export function Courtyard() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreCourtyard, { id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const courtyard = found(node);
        if (!courtyard) return <Nothing says={t('desk.not-here')} />;
        return <CourtyardPage {...{ courtyard, again: read.again }} />;
      }}
    </Shown>
  );
}

function CourtyardPage({ courtyard, again }: OfCourtyard) {
  const { t } = useTranslation();
  const { name, parent, autonomy, courtyardBody: body, covenant } = courtyard;
  const day = (on: string | null | undefined) => (on ? <Day of={on} /> : t('cadre.courtyard.no'));
  return (
    <Page title={name} actions={<BodyActs {...{ courtyard, again }} />}>
      {parent?.name}
      <Facts
        rows={[
          [t('cadre.courtyard.body'), body?.organisation?.name ?? body?.council?.name],
          [t('cadre.courtyard.organisation'), day(autonomy?.organisationSince)],
          [t('cadre.courtyard.covenant'), day(autonomy?.covenantSince)],
          [t('cadre.courtyard.activities'), day(autonomy?.lastActivityOn)],
          [t('cadre.courtyard.open'), day(autonomy?.lastPublishedOn)],
        ]}
      />
      <Part title={t('cadre.courtyard.covenant')}>
        {covenant ? (
          <Card size="small">
            <Typography.Text strong>{covenant.title}</Typography.Text>{' '}
            <Day of={covenant.validFrom} />
            <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: '8px 0 0' }}>
              {covenant.text}
            </Typography.Paragraph>
          </Card>
        ) : (
          t('cadre.covenant.none')
        )}
      </Part>
      <Activities {...{ courtyard, again }} />
    </Page>
  );
}

/** Names who stands for the courtyard, or ends that. */
function BodyActs({ courtyard, again }: OfCourtyard) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, courtyardBody } = courtyard;
  const bodies = useBodies(courtyard);
  if (!holds('CADRE', 'PARTY_SECRETARY', 'PARTY_MEMBER')) return null;
  if (courtyardBody)
    return (
      <ActButton
        document={CadreEndBody}
        title={t('cadre.courtyard.end')}
        go={t('cadre.courtyard.end')}
        given={{ placeId: id }}
        effect={t('cadre.courtyard.end.effect')}
        danger
        onDone={again}
      />
    );
  return (
    <ActButton
      document={CadreNameBody}
      title={t('cadre.courtyard.name')}
      go={t('cadre.courtyard.name')}
      button={{ type: 'primary' }}
      given={{ placeId: id }}
      effect={t('cadre.courtyard.name.effect')}
      onDone={again}
      shape={({ body }) => {
        const [name = '', bodyId] = String(body).split(' ');
        return { [name]: bodyId };
      }}
      fields={[{ name: 'body', kind: 'choice', label: t('cadre.courtyard.body'), options: bodies }]}
    />
  );
}

/** Who can stand for a courtyard: its councils, and teams of the community. */
function useBodies({ id, parent, courtyardBody }: Whole) {
  const isNamed = courtyardBody !== null;
  const councils = useWhole(
    CadreCouncilNames,
    isNamed ? [] : [{ place: id }],
    ({ node }) => found(node)?.councils,
  );
  const teams = useWhole(
    CadreBodies,
    isNamed || !parent ? [] : [{ place: parent.id, kind: 'SELF_ORGANISATION' as const }],
    ({ node }) => found(node)?.organisations,
  );
  return [
    ...(councils.data ?? [])
      .filter(({ dissolvedAt }) => dissolvedAt === null)
      .map((each) => ({ value: `councilId ${each.id}`, label: each.name })),
    ...(teams.data ?? []).map((each) => ({
      ...{ value: `organisationId ${each.id}`, label: each.name },
    })),
  ];
}
