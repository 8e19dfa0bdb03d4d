import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MeCouncil, type MeCouncilQuery } from '../../../generated/operations';
import { localOf } from '../../kit/act-input';
import { Day } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Facts } from '../parts/facts';
import { Business } from './business';
import { Members } from './members';

export type Council = Found<MeCouncilQuery['node']>;

/** A council: when it meets, what is before it, what it resolved, and who sits there. */
export function CouncilPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const today = localOf(new Date()).slice(0, 10);
  const read = useRead(MeCouncil, { id, today });
  return (
    <Shown read={read}>
      {({ node }) => {
        const council = found(node, 'seats');
        if (!council) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page title={council.name}>
            <Term council={council} />
            <Business council={council} />
            <Members council={council} today={today} again={read.again} />
          </Page>
        );
      }}
    </Shown>
  );
}

function Term({ council: { term } }: { readonly council: Council }) {
  const { t } = useTranslation();
  if (!term) return null;
  return (
    <Facts
      of={[
        [
          t('me.council.term'),
          <span key="term">
            <Day of={term.validFrom} /> – <Day of={term.validUntil} />
          </span>,
        ],
        [t('me.council.seats'), term.seats],
        [t('me.council.to-meet'), term.membersToMeet],
        [t('me.council.to-pass'), term.votesToPass],
      ]}
    />
  );
}
