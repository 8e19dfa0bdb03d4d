import { Col, Flex, Row, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CadreBoard,
  type CadreCardFragment,
  CadreFunds,
  type CadreFundsQuery,
  type CadreFundFragment,
  CadreYears,
} from '../../../generated/operations';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { useWhere } from '../where';
import { Allot } from './allot';
import { ProjectCard } from './card';
import { FundMoney } from './fund-money';
import { Ranking } from './ranking';
import { StartProject } from './start-project';

export type Funds = Extract<NonNullable<CadreFundsQuery['node']>, { readonly id: string }>;

/** The public money of a community: what there is of it, and where each project stands. */
export function Board() {
  const { t } = useTranslation();
  const { here } = useWhere();
  const read = useRead(CadreFunds, { place: here?.id ?? '' }, !here);
  if (!here) return <Nothing says={t('cadre.no-community')} />;
  return (
    <Shown read={read}>
      {({ node }) => {
        const place = found(node);
        return place && <Funds place={place} again={read.again} />;
      }}
    </Shown>
  );
}

function Funds({ place, again }: { readonly place: Funds; readonly again: () => void }) {
  const { t } = useTranslation();
  const { id: placeId, publicFunds } = place;
  const list = useRest(
    CadreYears,
    { id: placeId },
    publicFunds,
    ({ node }) => found(node)?.publicFunds,
  );
  const funds = list.data;
  const [chosen, choose] = useState(funds[0]?.id);
  const fund = funds.find(({ id }) => id === chosen) ?? funds[0];
  const allot = <Allot place={place} onDone={again} />;
  if (!fund)
    return (
      <Page title={t('cadre.fund')} actions={allot}>
        <Nothing says={t('cadre.fund.none')} />
      </Page>
    );
  return (
    <FundOf key={fund.id} {...{ fund, place, again }}>
      <Flex justify="space-between" align="center" gap="small" wrap>
        {funds.length > 1 ? (
          <Segmented
            aria-label={t('cadre.fund.year')}
            value={fund.id}
            onChange={choose}
            options={funds.map(({ id, year }) => ({ value: id, label: year }))}
          />
        ) : (
          <Typography.Text strong>{fund.year}</Typography.Text>
        )}
        <More list={list} of={t('cadre.fund.year')} />
        {allot}
      </Flex>
    </FundOf>
  );
}

function FundOf(props: {
  readonly fund: CadreFundFragment;
  readonly place: Funds;
  readonly again: () => void;
  readonly children: React.ReactNode;
}) {
  const { fund, place, again, children } = props;
  const { t } = useTranslation();
  const list = useList(CadreBoard, { fund: fund.id }, ({ node }) => found(node)?.projects);
  const start = <StartProject {...{ fund, place }} onDone={list.again} />;
  return (
    <Page title={t('cadre.fund')} actions={start}>
      {children}
      <FundMoney fund={fund} onDone={again} />
      <Shown read={list}>
        {(projects) => (
          <>
            <Projects projects={projects} />
            <More list={list} />
          </>
        )}
      </Shown>
      <Ranking fundId={fund.id} />
    </Page>
  );
}

/** Those first at whose step the person acts; those that ended last. */
function Projects({ projects }: { readonly projects: readonly CadreCardFragment[] }) {
  const { t } = useTranslation();
  const groups = {
    mine: projects.filter(({ standsAt }) => standsAt?.mine),
    running: projects.filter(({ standsAt }) => standsAt && !standsAt.mine),
    ended: projects.filter(({ standsAt }) => !standsAt),
  };
  if (projects.length === 0) return <Nothing says={t('cadre.board.none')} />;
  return (
    <>
      {Object.entries(groups)
        .filter(([, some]) => some.length > 0)
        .map(([name, some]) => (
          <Flex vertical gap="small" key={name} component="section">
            <Typography.Title level={2} style={{ fontSize: '1.1rem', margin: 0 }}>
              {t(`cadre.board.${name}`)}
            </Typography.Title>
            <Row gutter={[12, 12]}>
              {some.map((project) => (
                <Col key={project.id} xs={24} md={12} xl={8}>
                  <ProjectCard project={project} />
                </Col>
              ))}
            </Row>
          </Flex>
        ))}
    </>
  );
}
