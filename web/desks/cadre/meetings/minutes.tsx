import { Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreApproveMinutes,
  CadreMinutesVersions,
  type CadreMinutesVersionsPageFragment,
  CadreWriteMinutes,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { ActButton } from '../../kit/act-form';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import { Part } from '../../kit/part';
import { hasBegun, type OfMeeting } from './whole';

type Version = CadreMinutesVersionsPageFragment['edges'][number]['node'];

/** The minutes in their versions: one person writes, another approves. */
export function Minutes({ meeting }: OfMeeting) {
  const { t } = useTranslation();
  const { data: versions, again } = useWhole(
    CadreMinutesVersions,
    hasBegun(meeting) ? [{ id: meeting.id }] : [],
    ({ node }) => found(node)?.minutesVersions,
  );
  if (!hasBegun(meeting) || !versions) return null;
  const last = versions.at(-1);
  return (
    <Part
      title={t('cadre.minutes')}
      actions={
        <ActButton
          document={CadreWriteMinutes}
          title={t(last ? 'cadre.minutes.again' : 'cadre.minutes.write')}
          go={t('cadre.minutes.save')}
          given={{ meetingId: meeting.id }}
          effect={t('cadre.minutes.effect')}
          onDone={again}
          fields={[
            {
              ...{ name: 'text', kind: 'text', label: t('cadre.minutes.text') },
              first: last?.text,
            },
          ]}
        />
      }
    >
      {versions.length === 0 && (
        <Typography.Text type="secondary">{t('cadre.minutes.none')}</Typography.Text>
      )}
      {[...versions].reverse().map((version) => (
        <VersionCard key={version.id} {...{ version, again, isLast: version === last }} />
      ))}
    </Part>
  );
}

const nameOf = (who: Version['writtenBy']) => who?.displayName;

function VersionCard(props: {
  readonly version: Version;
  readonly isLast: boolean;
  readonly again: () => void;
}) {
  const { version, isLast, again } = props;
  const { t } = useTranslation();
  const { person } = useMe();
  const { id, version: number, text, writtenAt, writtenBy, approvedAt, approvedBy } = version;
  const waits = isLast && approvedAt === null;
  return (
    <Card size="small">
      <Flex justify="space-between" gap="small" wrap align="center">
        <Typography.Text strong>{t('cadre.minutes.version', { number })}</Typography.Text>
        <Tag variant="outlined">
          {t(approvedAt ? 'cadre.minutes.approved' : 'cadre.minutes.waits')}
        </Tag>
      </Flex>
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{text}</Typography.Paragraph>
      <Flex justify="space-between" gap="small" wrap align="center">
        <Typography.Text type="secondary">
          {nameOf(writtenBy)} {writtenAt && <Moment of={writtenAt} />}
          {approvedAt && (
            <>
              {' · '}
              {t('cadre.minutes.approved-by')} {nameOf(approvedBy)} <Moment of={approvedAt} />
            </>
          )}
        </Typography.Text>
        {waits &&
          (writtenBy?.id === person.id ? (
            <Typography.Text type="secondary">{t('cadre.minutes.another')}</Typography.Text>
          ) : (
            <ActButton
              document={CadreApproveMinutes}
              title={t('cadre.minutes.approve')}
              go={t('cadre.minutes.approve')}
              button={{ type: 'primary' }}
              given={{ minutesId: id }}
              effect={t('cadre.minutes.approve.effect')}
              danger
              onDone={again}
            />
          ))}
      </Flex>
    </Card>
  );
}
