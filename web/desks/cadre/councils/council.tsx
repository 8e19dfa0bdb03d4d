import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  CadreCouncil,
  type CadreCouncilQuery,
  CadreElections,
} from '../../../generated/operations';
import { Day } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { Facts } from '../parts/facts';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { CouncilActs, ElectionAct } from './council-acts';
import { Seats } from './seats';
import { SetRule } from './set-rule';

export type Whole = Extract<NonNullable<CadreCouncilQuery['node']>, { readonly id: string }>;
export type OfCouncil = { readonly council: Whole; readonly again: () => void };

/** A council: whether it is made of what its rule says, its seats and its elections. */
export function Council() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreCouncil, { id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const council = found(node);
        if (!council) return <Nothing says={t('desk.not-here')} />;
        return <CouncilPage {...{ council, again: read.again }} />;
      }}
    </Shown>
  );
}

function CouncilPage({ council, again }: OfCouncil) {
  const { t } = useTranslation();
  const { name, kind, place, dissolveReason } = council;
  return (
    <Page
      title={name}
      actions={
        <>
          <SetRule {...{ council, again }} />
          <CouncilActs {...{ council, again }} />
        </>
      }
    >
      {[t(`cadre.council.${kind}`), place?.name, dissolveReason].filter(Boolean).join(' · ')}
      <Composition council={council} />
      <Rule council={council} />
      <Seats {...{ council, again }} />
      <Elections {...{ council, again }} />
    </Page>
  );
}

function Elections({ council, again }: OfCouncil) {
  const { t } = useTranslation();
  const list = useRest(
    CadreElections,
    { id: council.id },
    council.elections,
    ({ node }) => found(node)?.elections,
  );
  return (
    <Part title={t('cadre.elections')} actions={<ElectionAct {...{ council, again }} />}>
      {list.data.length === 0 && t('cadre.elections.none')}
      <Lines
        lines={list.data.map(({ id, state, termFrom }) => ({
          ...{ key: id, to: `/cadre/elections/${id}` },
          title: (
            <>
              {t('cadre.election.term')} <Day of={termFrom} />
            </>
          ),
          side: <Tag variant="outlined">{t(`cadre.election.${state}`)}</Tag>,
        }))}
      />
      <More list={list} of={t('cadre.elections')} />
    </Part>
  );
}

function Composition({ council: { composition, isComposed } }: Pick<OfCouncil, 'council'>) {
  const { t } = useTranslation();
  return (
    <Part title={t('cadre.composition')}>
      <Typography.Text>
        {t(isComposed ? 'cadre.council.composed' : 'cadre.council.not-composed')}
      </Typography.Text>
      <Flex gap={4} wrap>
        {composition.map(({ part, needed, found: there, holds, group }) => (
          <Tag key={`${part} ${group?.id}`} variant="outlined" color={holds ? 'default' : 'error'}>
            {holds ? '✓' : '✗'} {group?.name ?? t(`cadre.part-of-council.${part}`)} {there} /{' '}
            {needed}
          </Tag>
        ))}
      </Flex>
    </Part>
  );
}

function Rule({ council: { rule, term } }: Pick<OfCouncil, 'council'>) {
  const { t } = useTranslation();
  if (!rule) return null;
  const { quorum, passesWithMoreThan: passes } = rule;
  return (
    <Facts
      rows={[
        [
          t('cadre.term'),
          term && (
            <>
              <Day of={term.validFrom} /> – <Day of={term.validUntil} />
            </>
          ),
        ],
        [
          t('cadre.rule.quorum'),
          `${quorum.parts} / ${quorum.of}${term ? ` = ${term.membersToMeet}` : ''}`,
        ],
        [
          t('cadre.passes'),
          `> ${passes.parts} / ${passes.of}${term ? ` = ${term.votesToPass}` : ''}`,
        ],
        [t('cadre.rule.vote'), t(rule.rollCall ? 'cadre.by-name' : 'cadre.in-secret')],
        [t('cadre.rule.days'), `${rule.screeningDays} / ${rule.noticeDays} / ${rule.lapseDays}`],
        [t('cadre.co-signatures'), rule.coSigners],
      ]}
    />
  );
}
