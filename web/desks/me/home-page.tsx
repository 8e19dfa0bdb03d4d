import { Button, Card, Col, Row, Statistic, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MeAtAGlance, MeInbox, MeOwnSeats } from '../../generated/operations';
import { useMe } from '../app/viewer';
import { Day, Moment } from '../kit/figures';
import { More } from '../kit/more';
import { Page, Shown } from '../kit/shown';
import { useList } from '../kit/use-list';
import { useRead } from '../kit/use-read';
import { KeptHere } from './ballots/kept-here';
import { waitingOf } from './inbox-items';
import { Line, Lines, Listed } from './parts/line';
import { Part } from '../kit/part';

/** The first thing that a resident sees: what waits, each item one tap from doing it. */
export function HomePage() {
  const { t } = useTranslation();
  const { person } = useMe();
  return (
    <Page title={t('desk.home.title', { name: person.name })}>
      <KeptHere />
      <Waits />
      <AtAGlance />
    </Page>
  );
}

function Waits() {
  const { t } = useTranslation();
  const list = useList(MeInbox, {}, ({ me }) => me?.inbox);
  return (
    <Part title={t('me.inbox')}>
      <Listed
        list={list}
        none={t('me.inbox.none')}
        draw={(item, n) => {
          const { words, todo, about, until, to } = waitingOf(item);
          const what = t(words, { defaultValue: t('me.inbox.other') });
          return (
            <Line
              key={n}
              title={about ?? what}
              actions={
                <Link to={to}>
                  <Button type="primary" tabIndex={-1}>
                    {t(todo)}
                  </Button>
                </Link>
              }
            >
              {about && what}
              {until && (
                <>
                  {' · '}
                  {t('me.ballot.until')} <Moment of={until} />
                </>
              )}
            </Line>
          );
        }}
      />
    </Part>
  );
}

/** What a resident wants to know at once: the wallet, and in which councils they sit. */
function AtAGlance() {
  const { t } = useTranslation();
  const read = useRead(MeAtAGlance, {});
  return (
    <Shown read={read}>
      {({ me }) => {
        const wallet = me?.residence?.wallet;
        return (
          <Row gutter={[16, 16]}>
            {wallet && (
              <Col xs={24} md={12}>
                <Card size="small">
                  <Statistic title={t('me.wallet.balance')} value={wallet.balance} />
                  {wallet.expiringSoon && (
                    <Typography.Paragraph style={{ margin: 0 }}>
                      {t('me.wallet.ends', { count: wallet.expiringSoon.credits })}{' '}
                      <Day of={wallet.expiringSoon.on} />
                    </Typography.Paragraph>
                  )}
                  <Link to="/me/wallet">{t('me.wallet.open')}</Link>
                </Card>
              </Col>
            )}
            <OwnSeats />
          </Row>
        );
      }}
    </Shown>
  );
}

function OwnSeats() {
  const { t } = useTranslation();
  const list = useList(MeOwnSeats, {}, ({ me }) => me?.seats);
  if (!list.data?.length) return null;
  return (
    <Col xs={24} md={12}>
      <Part title={t('me.councils')}>
        <Lines>
          {list.data.map(({ id, number, validUntil, council }) => (
            <Line
              key={id}
              title={council?.name}
              to={`/me/councils/${encodeURIComponent(council?.id ?? '')}`}
            >
              {t('me.council.seat', { number })} · {t('me.council.until')} <Day of={validUntil} />
            </Line>
          ))}
        </Lines>
        <More list={list} of={t('me.councils')} />
      </Part>
    </Col>
  );
}
