import { Progress, theme } from 'antd';

/** How much of a whole there is, as a bar; what it says is for those who do not see it. */
export function Bar(props: {
  readonly percent: number;
  readonly says: string;
  readonly moves?: boolean;
}) {
  const { percent, says, moves } = props;
  const { token } = theme.useToken();
  return (
    <Progress
      percent={percent}
      showInfo={false}
      strokeColor={token.colorPrimary}
      aria-label={says}
      {...(moves ? { status: 'active' as const } : {})}
    />
  );
}
