import type { FastifyInstance, FastifyReply } from 'fastify';
import type { PublicPage } from './built';
import { drawCard } from './draw-card';
import type { Drawing } from './drawing';
import { FRESH_SECONDS, KeptPictures } from './kept-pictures';
import { keyOf, pathOf, type Asked } from './visit';

/** The last part of the address of a page's picture. */
const NAME = '/picture.png';

/** `GET <page>/picture.png?lang=en`: what a page shows where its address is passed on. */
export function registerPictures(app: FastifyInstance, drawing: Drawing): void {
  const kept = new KeptPictures();
  for (const page of drawing.pages.filter(({ isPrivate }) => !isPrivate))
    app.get(page.path + NAME, async (request: Asked, reply) => {
      // It shows the page, whatever part of a list is looked at.
      const bare = { ...page, reads: [] };
      const key = keyOf(drawing.visit(request, bare), pathOf(request, bare));
      const picture = await kept.find(key, () => draw(drawing, request, bare));
      return await send(reply, picture);
    });
}

async function draw(drawing: Drawing, request: Asked, page: PublicPage): Promise<Buffer | null> {
  const drawn = await drawing.make(request, page, null);
  const card = (drawn.status ?? 200) === 200 ? drawing.card(request, page, drawn) : null;
  return card && (await drawCard(card));
}

async function send(reply: FastifyReply, picture: Buffer | null | 'busy') {
  void reply.header('x-content-type-options', 'nosniff');
  if (picture === 'busy')
    return await reply.code(503).header('retry-after', 10).send({ statusCode: 503 });
  if (!picture) return await reply.code(404).send({ statusCode: 404, error: 'Not Found' });
  return await reply
    .headers({
      'cache-control': `public, max-age=${FRESH_SECONDS}`,
      'content-security-policy': "default-src 'none'",
      vary: 'accept-language, cookie',
    })
    .type('image/png')
    .send(picture);
}
