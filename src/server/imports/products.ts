import { toGlobalId } from '../../kernel/global-id';
import { addProduct, mayOffer } from '../../supermarkets/add-product';
import { field, oneByOne, optional, type Noun } from './noun';

/** What the stores offer; a bar code that is taken is refused, in the file and in the store. */
export const products: Noun = {
  fields: [
    field('name', 'HEADING_NAME', '东北大米 5 kg'),
    optional(field('ean', 'HEADING_EAN', '6901234567892')),
    field('unit', 'HEADING_UNIT', '袋'),
    field('price', 'HEADING_PRICE', '40', 'whole'),
    optional(field('allowanceClass', 'HEADING_CLASS_CODE', 'grain')),
  ],
  may: mayOffer,
  take: async (taking) => {
    const communityId = toGlobalId('Place', null, taking.community.id);
    const added = await oneByOne(taking, ({ values }) =>
      addProduct(taking.work, {
        ...{ communityId, name: values.name ?? '', ean: values.ean ?? null },
        ...{ unit: values.unit ?? '', price: Number(values.price) },
        allowanceClass: values.allowanceClass ?? null,
      }),
    );
    return { products: added.length };
  },
};
