import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MeCouncil, type MeCouncilQuery } from '../../../generated/operations';
import { Day } from '../../kit/figures';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { MeetingLine } from '../affairs/meetings';
import { MotionLine } from '../affairs/motions';
import { ResolutionLine } from '../affairs/resolutions';
import { type Found, found } from '../../kit/found';
import { Lines } from '../parts/line';
import { Part } from '../../kit/part';
import { Facts } from '../parts/facts';

type Council = Found<MeCouncilQuery['node']>;

/** For whoever sits in a council: when it meets, what is before it, who sits there. */
export function CouncilPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(MeCouncil, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const council = found(node, 'seats');
        return council ? <OneCouncil council={council} /> : <Nothing says={t('desk.not-here')} />;
      }}
    </Shown>
  );
}

function OneCouncil({ council }: { readonly council: Council }) {
  const { t } = useTranslation();
  const { name, term, today, seats, meetings, motions, resolutions } = council;
  const sitting = seats.edges
    .map(({ node }) => node)
    .filter(({ validFrom, validUntil }) => validFrom <= today && today < validUntil);
  const seen = meetings.edges.map(({ node }) => node);
  const isComing = ({ state }: (typeof seen)[number]) => ['CONVENED', 'UNDER_WAY'].includes(state);
  return (
    <Page title={name}>
      <Facts
        of={[
          term ? [t('me.council.term'), <Span key="term" {...term} />] : null,
          term ? [t('me.council.seats'), term.seats] : null,
          term ? [t('me.council.to-meet'), term.membersToMeet] : null,
          term ? [t('me.council.to-pass'), term.votesToPass] : null,
        ]}
      />
      <Part title={t('me.council.agenda')}>
        {!seen.some(isComing) && <span>{t('me.council.no-meeting')}</span>}
        <Lines>
          {seen.filter(isComing).map((meeting) => (
            <MeetingLine key={meeting.id} meeting={meeting} />
          ))}
          {motions.edges
            .filter(({ node }) => ['ADMITTED', 'VOTING'].includes(node.state))
            .map(({ node }) => (
              <MotionLine key={node.id} motion={node} />
            ))}
        </Lines>
      </Part>
      <Part title={t('me.council.past')}>
        {seen.every(isComing) && resolutions.edges.length === 0 && (
          <span>{t('me.council.nothing')}</span>
        )}
        <Lines>
          {seen
            .filter((meeting) => !isComing(meeting))
            .map((meeting) => (
              <MeetingLine key={meeting.id} meeting={meeting} />
            ))}
          {resolutions.edges.map(({ node }) => (
            <ResolutionLine key={node.id} resolution={node} />
          ))}
        </Lines>
      </Part>
      <Part title={t('me.council.members')}>
        <Flex wrap gap="small" role="list">
          {sitting.map(({ id, number, name: who }) => (
            <span key={id} role="listitem">
              {t('me.council.member', { number, who })}
            </span>
          ))}
        </Flex>
      </Part>
    </Page>
  );
}

function Span(props: { readonly validFrom: string; readonly validUntil: string }) {
  return (
    <span>
      <Day of={props.validFrom} /> – <Day of={props.validUntil} />
    </span>
  );
}
