import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BoardEntry } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Figures } from '../parts/figures-list';
import { NodeShown } from '../parts/node-shown';
import { Part } from '../parts/part';
import { Textbook } from './textbook';

/** One entry, as a textbook prints it, with when it happened and who recorded it. */
export function EntryPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(BoardEntry, { id });
  return (
    <NodeShown read={read} has="legs">
      {(node) => {
        const { title, says, legs, number, occurredAt, recordedAt, recordedBy, sealed } = node;
        return (
          <Page title={title}>
            <p className="board-text">{says}</p>
            {node.reversedBy && <Other says="board.entry.reversed" entry={node.reversedBy} />}
            {node.reversalOf && <Other says="board.entry.reverses" entry={node.reversalOf} />}
            <Part title={t('board.entry')} extra={<span className="board-small">{number}</span>}>
              <Textbook legs={legs} />
            </Part>
            <Figures
              of={[
                { name: t('board.entry.occurred'), value: <Moment of={occurredAt} /> },
                { name: t('board.entry.recorded'), value: <Moment of={recordedAt} /> },
                {
                  name: t('board.entry.by'),
                  value: recordedBy?.displayName ?? t('board.entry.system'),
                },
                {
                  name: t('board.entry.chain'),
                  value: t(sealed ? 'board.entry.sealed' : 'board.entry.unsealed'),
                },
              ]}
            />
          </Page>
        );
      }}
    </NodeShown>
  );
}

/** The entry that takes this one back, or that this one takes back. */
function Other(props: {
  readonly says: string;
  readonly entry: { readonly id: string; readonly number: string };
}) {
  const { says, entry } = props;
  const { t } = useTranslation();
  return (
    <Alert
      role="note"
      type="warning"
      showIcon
      title={t(says)}
      description={<Link to={`/board/entries/${entry.id}`}>{entry.number}</Link>}
    />
  );
}
