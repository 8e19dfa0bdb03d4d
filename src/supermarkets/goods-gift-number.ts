/** The number on the slip of a gift of goods: `ZQ1-G000012`, without gaps in a store. */
export function goodsGiftNumber(storeCode: string, number: number): string {
  return `${storeCode}-G${String(number).padStart(6, '0')}`;
}
