import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StockTakeState, TillStockTakeQuery } from '../../generated/operations';
import { Day } from '../kit/figures';

export type StockCount = Extract<
  NonNullable<TillStockTakeQuery['node']>,
  { readonly id: string }
>['counts']['edges'][number]['node'];

/** What was counted; what the books say stands beside it only once the counting is over. */
export function CountTable(props: {
  readonly counts: readonly StockCount[];
  readonly state: StockTakeState;
}) {
  const { counts, state } = props;
  const { t } = useTranslation();
  const columns: TableColumnsType<StockCount> = [
    {
      title: t('till.lot'),
      render: (_, { lot }) => (
        <>
          {lot.product.name}
          <br />
          {t('till.good-until')} {lot.expiresOn ? <Day of={lot.expiresOn} /> : t('till.keeps')}
        </>
      ),
    },
    { title: t('till.counted'), align: 'right', dataIndex: 'pieces' },
    ...(state === 'COUNTING'
      ? []
      : ([
          { title: t('till.book'), align: 'right', dataIndex: 'book' },
          {
            title: t('till.difference'),
            align: 'right',
            render: (_, { difference }) => <Difference of={difference ?? 0} />,
          },
        ] satisfies TableColumnsType<StockCount>)),
  ];
  return (
    <Table
      rowKey={({ lot }) => lot.id}
      columns={columns}
      dataSource={[...counts]}
      pagination={false}
      size="small"
    />
  );
}

function Difference({ of }: { readonly of: number }) {
  if (of === 0) return <>0</>;
  return <strong>{of > 0 ? `+${of}` : of}</strong>;
}
