import { Alert, Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { MeBox } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Bar } from '../parts/bar';
import { found } from '../../kit/found';
import { Part } from '../../kit/part';
import type { BallotShown } from './ballot-shown';
import { useKeptVote } from './device/use-kept';
import { agrees, type Paper, recount, type Recount } from './device/recount';
import { PaperList } from './paper-list';

interface Counted {
  readonly papers: readonly Paper[];
  readonly counted: Recount;
}

/** Reads a whole box, page after page. */
function useBox(ballotId: string) {
  const client = useClient();
  const readPage = async (after: string | null) => {
    const { data, error } = await client.query(MeBox, { id: ballotId, after }).toPromise();
    const box = found(data?.node, 'votes');
    if (error || !box) throw error ?? new Error('The box is not there.');
    return box.votes;
  };
  return async (tell: (read: number) => void): Promise<Paper[]> => {
    const papers: Paper[] = [];
    for (let after: string | null | undefined; after !== null; tell(papers.length)) {
      const { edges, pageInfo } = await readPage(after ?? null);
      papers.push(...edges.map(({ node }) => node));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    }
    return papers;
  };
}

/** Counts a closed box again on this device: each signature is checked, each paper is shown. */
export function RecountPart({ ballot }: { readonly ballot: BallotShown }) {
  const { t } = useTranslation();
  const { person } = useMe();
  const readBox = useBox(ballot.id);
  const [read, setRead] = useState<number>();
  const [done, setDone] = useState<Counted>();
  const [failed, setFailed] = useState(false);
  const { value: kept } = useKeptVote(ballot.id, person.id);
  const { publicKey, result, tookPart } = ballot;
  if (!publicKey || !result) return null;
  const count = async () => {
    setFailed(false);
    setRead(0);
    try {
      const papers = await readBox(setRead);
      setDone({ papers, counted: await recount(publicKey, papers) });
    } catch {
      setFailed(true);
    }
    setRead(undefined);
  };
  const percent = Math.min(99, Math.round((100 * (read ?? 0)) / Math.max(1, tookPart ?? 1)));
  return (
    <Part title={t('me.recount')}>
      <Typography.Text>{t('me.recount.says')}</Typography.Text>
      <Button onClick={() => void count()} loading={read !== undefined} className="no-print">
        {t('me.recount.go')}
      </Button>
      {read !== undefined && <Bar percent={percent} says={t('me.recount.go')} />}
      {failed && <Alert type="error" showIcon role="alert" title={t('desk.failed')} />}
      {done && (
        <Flex vertical gap="middle">
          <Verdict counted={done.counted} result={result} />
          <PaperList papers={done.papers} mine={kept?.token} />
        </Flex>
      )}
    </Part>
  );
}

function Verdict(props: {
  readonly counted: Recount;
  readonly result: NonNullable<BallotShown['result']>;
}) {
  const { counted, result } = props;
  const { t } = useTranslation();
  const { papers, forged, twice } = counted;
  return agrees(counted, result) ? (
    <Alert type="success" showIcon role="alert" title={t('me.recount.agrees', { count: papers })} />
  ) : (
    <Alert type="error" showIcon role="alert" title={t('me.recount.differs', { forged, twice })} />
  );
}
