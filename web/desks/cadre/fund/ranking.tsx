import { Flex, Grid, Table, Typography } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CadreRanking, type CadreRankingQuery } from '../../../generated/operations';
import { money } from '../../../kit/figures';
import type { Language } from '../../../kit/words';
import { Count, useLanguage } from '../../kit/figures';
import { found } from '../../kit/found';
import { Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { type Line, Lines } from '../parts/link-list';

type Fund = Extract<NonNullable<CadreRankingQuery['node']>, { readonly id: string }>;
type Ranked = Fund['ranking'][number];
type Criterion = Ranked['lines'][number];

/** Fen as text: the figures of money among the criteria are so. */
const yuan = (fen: string, language: Language) => {
  const padded = fen.padStart(3, '0');
  const amount = `${padded.slice(0, -2)}.${padded.slice(-2)}`;
  return money({ amount, currency: 'CNY' }, language);
};

const MONEY: readonly Criterion['criterion'][] = ['SELF_RAISED', 'MONEY_NEEDED'];

/** A criterion's arithmetic: what it is a part of, the points of that, and what they weigh. */
function Arithmetic({ line }: { readonly line: Criterion | undefined }) {
  const language = useLanguage();
  if (!line) return null;
  const { criterion, value, whole, points, weight } = line;
  const said = MONEY.includes(criterion)
    ? [yuan(value, language), yuan(whole, language)]
    : [value, whole];
  return (
    <span style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
      {said.join(' / ')}
      <br />
      <Typography.Text type="secondary">
        {points} × {weight} = <Count of={points * weight} />
      </Typography.Text>
    </span>
  );
}

/** On a phone, a project's arithmetic stands below its name, line by line. */
const lineOf =
  (t: TFunction) =>
  ({ rank, score, most, lines, project }: Ranked): Line => ({
    ...{ key: project.id, to: project.id, title: `${rank}. ${project.title}` },
    says: lines.map((line) => (
      <Flex key={line.criterion} justify="space-between" gap="small">
        {t(`cadre.criterion.${line.criterion}`)}
        <Arithmetic line={line} />
      </Flex>
    )),
    side: (
      <strong>
        {t('cadre.score')} <Count of={score} /> / <Count of={most} />
      </strong>
    ),
  });

/** Which project comes first, and how that comes about. */
export function Ranking({ fundId }: { readonly fundId: string }) {
  const { t } = useTranslation();
  const read = useRead(CadreRanking, { fund: fundId });
  const isNarrow = Grid.useBreakpoint().md === false;
  return (
    <Shown read={read}>
      {({ node }) => {
        const ranking = found(node)?.ranking ?? [];
        if (ranking.length === 0) return null;
        const criteria = ranking[0]?.lines.map(({ criterion }) => criterion) ?? [];
        return (
          <section>
            <Typography.Title level={2} style={{ fontSize: '1.1rem' }}>
              {t('cadre.ranking')}
            </Typography.Title>
            <Typography.Paragraph type="secondary">{t('cadre.ranking.says')}</Typography.Paragraph>
            {isNarrow ? (
              <Lines lines={ranking.map(lineOf(t))} />
            ) : (
              <Table<Ranked>
                size="small"
                pagination={false}
                scroll={{ x: 'max-content' }}
                rowKey={({ project }) => project.id}
                dataSource={[...ranking]}
                columns={[
                  { title: t('cadre.rank'), dataIndex: 'rank' },
                  {
                    title: t('cadre.project-title'),
                    render: (_, { project }) => <Link to={project.id}>{project.title}</Link>,
                  },
                  ...criteria.map((criterion) => ({
                    ...{ title: t(`cadre.criterion.${criterion}`), align: 'right' as const },
                    render: (_: unknown, { lines }: Ranked) => (
                      <Arithmetic line={lines.find((line) => line.criterion === criterion)} />
                    ),
                  })),
                  {
                    ...{ title: t('cadre.score'), align: 'right' as const },
                    render: (_, { score, most }) => (
                      <>
                        <Count of={score} /> / <Count of={most} />
                      </>
                    ),
                  },
                ]}
              />
            )}
          </section>
        );
      }}
    </Shown>
  );
}
