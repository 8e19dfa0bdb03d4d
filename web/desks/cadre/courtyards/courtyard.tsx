import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  CadreCourtyard,
  type CadreCourtyardQuery,
  CadreEndBody,
  CadreNameBody,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Day, Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Facts } from '../parts/facts';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { useWhere } from '../where';

type Whole = Extract<NonNullable<CadreCourtyardQuery['node']>, { readonly id: string }>;
type OfCourtyard = { readonly courtyard: Whole; readonly again: () => void };

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
  const { name, parent, autonomy, courtyardBody: body, covenant, activities } = courtyard;
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
      <Part title={t('cadre.courtyard.activities')}>
        <Lines
          lines={activities.edges.map(({ node }) => ({
            ...{ key: node.id, title: node.title },
            says: (
              <>
                <Moment of={node.startsAt} /> · {node.venue}
              </>
            ),
            side: node.people?.count ? t('cadre.list.people', { count: node.people.count }) : null,
          }))}
        />
      </Part>
    </Page>
  );
}

/** Names who stands for the courtyard, or ends that. */
function BodyActs({ courtyard, again }: OfCourtyard) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, courtyardBody, councils, parent } = courtyard;
  if (!holds('CADRE', 'OFFICER')) return null;
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
  const bodies = [
    ...councils.edges
      .filter(({ node }) => node.dissolvedAt === null)
      .map(({ node }) => ({ value: `councilId ${node.id}`, label: node.name })),
    ...(parent?.organisations.edges ?? []).map(({ node }) => ({
      ...{ value: `organisationId ${node.id}`, label: node.name },
    })),
  ];
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
