import type { FastifyInstance } from 'fastify';
import { registerGifts } from './gift-routes';
import type { GiverPages } from './giver-pages';
import { registerGoodsSlips } from './goods-slip-routes';

/**
 * What pages for givers (`web/public/give`) lead to and no query answers. Givers have no account:
 * whoever has the address may look, so it is a secret. What goes wrong is told as on those pages.
 */
export function registerGiverPages(app: FastifyInstance, pages: GiverPages): void {
  void app.register((own, _options, done) => {
    if (pages.fail) own.setErrorHandler(pages.fail);
    registerGifts(own, pages);
    registerGoodsSlips(own, pages);
    done();
  });
}
