import type { FastifyInstance, FastifyReply } from 'fastify';
import type { PublicPage } from './built';
import { drawCard } from './draw-card';
import type { Drawing } from './drawing';
import { keyOf, pathOf, type Asked } from './visit';

/** The last part of the address of a page's picture. */
const NAME = '/picture.png';

/** Those who show it look once; a figure in it may be so far behind. */
const FRESH_SECONDS = 600;
const MOST_KEPT = 100;

interface Kept {
  readonly at: number;
  /** Null where there is no such page; shared by all who ask while it is drawn. */
  readonly picture: Promise<Buffer | null>;
}

/** `GET <page>/picture.png?lang=en`: what a page shows where its address is passed on. */
export function registerPictures(app: FastifyInstance, drawing: Drawing): void {
  const kept = new Map<string, Kept>();
  for (const page of drawing.pages.filter(({ isPrivate }) => !isPrivate))
    app.get(page.path + NAME, async (request: Asked, reply) => {
      // It shows the page, whatever part of a list is looked at.
      const bare = { ...page, reads: [] };
      const key = keyOf(drawing.visit(request, bare), pathOf(request, bare));
      const picture = await pictureOf(kept, key, () => draw(drawing, request, bare));
      return await send(reply, picture);
    });
}

async function draw(drawing: Drawing, request: Asked, page: PublicPage): Promise<Buffer | null> {
  const drawn = await drawing.make(request, page, null);
  const card = (drawn.status ?? 200) === 200 ? drawing.card(request, page, drawn) : null;
  return card && (await drawCard(card));
}

async function pictureOf(
  kept: Map<string, Kept>,
  key: string,
  make: () => Promise<Buffer | null>,
): Promise<Buffer | null> {
  const known = kept.get(key);
  if (known && Date.now() - known.at < FRESH_SECONDS * 1000) return await known.picture;
  const picture = make();
  kept.delete(key);
  kept.set(key, { at: Date.now(), picture });
  // A Map keeps the order in which keys came: the first was kept the longest ago.
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  try {
    const made = await picture;
    if (!made) kept.delete(key);
    return made;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}

async function send(reply: FastifyReply, picture: Buffer | null): Promise<FastifyReply> {
  void reply.header('x-content-type-options', 'nosniff');
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
