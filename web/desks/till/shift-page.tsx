import { Button, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  TillCloseShift,
  TillOpenShift,
  type TillShiftFragment,
  TillShifts,
} from '../../generated/operations';
import { Moment } from '../kit/figures';
import { found } from '../kit/found';
import { Problems } from '../kit/problems';
import { Nothing, Page, Shown } from '../kit/shown';
import { useAct } from '../kit/use-act';
import { useRead } from '../kit/use-read';
import { useTill } from './at-store';
import { Counted, countedOf, type CountedLine } from './counted';
import { ShiftCard } from './shift-card';

/** One's shift at this till: begun and ended with what was counted, the difference told at once. */
export function ShiftPage() {
  const { t } = useTranslation();
  const { store } = useTill();
  const read = useRead(TillShifts, { storeId: store.id });
  return (
    <Page title={t('till.page.shift')}>
      <Shown read={read}>
        {({ node }) => {
          const told = found(node);
          if (!told) return <Nothing says={t('till.shift.hidden')} />;
          const { ownShift: own, shifts } = told;
          return (
            <Flex vertical gap="large">
              {own ? (
                <CloseShift key={own.id} shift={own} done={read.again} />
              ) : (
                <OpenShift done={read.again} />
              )}
              <Earlier shifts={(shifts?.edges ?? []).map((edge) => edge.node)} done={read.again} />
            </Flex>
          );
        }}
      </Shown>
    </Page>
  );
}

function OpenShift({ done }: { readonly done: () => void }) {
  const { t } = useTranslation();
  const { store } = useTill();
  const [lines, setLines] = useState<readonly CountedLine[]>([]);
  const { act, busy, problems, failure } = useAct(TillOpenShift);
  const open = async () => {
    if (await act({ storeId: store.id, counted: countedOf(lines) })) done();
  };
  return (
    <section className="till-form" aria-label={t('till.shift.open')}>
      <Typography.Text>{t('till.shift.open.says')}</Typography.Text>
      <Counted lines={lines} change={setLines} />
      <Problems problems={problems} failure={failure} />
      <Button type="primary" size="large" loading={busy} onClick={() => void open()}>
        {t('till.shift.open')}
      </Button>
    </section>
  );
}

function CloseShift(props: { readonly shift: TillShiftFragment; readonly done: () => void }) {
  const { shift, done } = props;
  const { t } = useTranslation();
  const { store } = useTill();
  const [lines, setLines] = useState<readonly CountedLine[]>(() =>
    shift.counts.map(({ product }) => ({ productId: product.id, pieces: null })),
  );
  const { act, busy, problems, failure } = useAct(TillCloseShift);
  const close = async ({ slips, note }: { slips?: string; note?: string }) => {
    const counted = countedOf(lines);
    const input = { shiftId: shift.id, counted, slips: slips ? Number(slips) : null };
    if (await act({ ...input, note: note || null })) done();
  };
  const { sums } = shift;
  return (
    <section className="till-form" aria-label={t('till.shift.close')}>
      <Typography.Text>
        {t('till.shift.since')} <Moment of={shift.openedAt} timeZone={store.place.timeZone} />
      </Typography.Text>
      <Typography.Text>{t('till.shift.sums', { ...sums })}</Typography.Text>
      <Counted lines={lines} change={setLines} />
      <Form layout="vertical" onFinish={(told: object) => void close(told)} disabled={busy}>
        <Form.Item
          name="slips"
          label={t('till.shift.slips')}
          rules={[{ pattern: /^\d{1,6}$/, message: t('till.whole') }]}
        >
          <Input inputMode="numeric" autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label={t('till.shift.note')}>
          <Input maxLength={2000} autoComplete="off" />
        </Form.Item>
        <Flex vertical gap="small" align="start">
          <Problems problems={problems} failure={failure} />
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            {t('till.shift.close')}
          </Button>
        </Flex>
      </Form>
    </section>
  );
}

/** The shifts before, with what did not agree and whether somebody has looked at it. */
function Earlier(props: {
  readonly shifts: readonly TillShiftFragment[];
  readonly done: () => void;
}) {
  const { t } = useTranslation();
  const over = props.shifts.filter(({ closedAt }) => closedAt !== null);
  if (over.length === 0) return null;
  return (
    <section aria-label={t('till.shift.earlier')}>
      <Typography.Title level={2} className="till-heading">
        {t('till.shift.earlier')}
      </Typography.Title>
      <ul className="till-cards">
        {over.map((shift) => (
          <ShiftCard key={shift.id} shift={shift} done={props.done} />
        ))}
      </ul>
    </section>
  );
}
