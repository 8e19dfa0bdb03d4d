import type { Answer, Asking, AskAsStranger } from './ask-as-stranger';
import { askingAsStranger } from './ask-as-stranger';
import {
  drawnPages,
  publicAssets,
  type Assets,
  type Card,
  type Drawn,
  type DrawnPages,
  type PublicPage,
  type Refused,
  type Visit,
} from './built';
import { pathOf, visitFrom, type Asked, type Read } from './visit';

/** Draws public pages: asks for each as a stranger, and lets `web/public` draw what came. */
export class Drawing {
  private readonly drawn: DrawnPages;
  private readonly assets: Assets;
  readonly pages: readonly PublicPage[];
  readonly ask: AskAsStranger;

  constructor(
    built: string,
    private readonly asking: Asking,
  ) {
    this.drawn = drawnPages(built);
    this.assets = publicAssets(built);
    this.pages = this.drawn.pages;
    this.ask = askingAsStranger(asking);
  }

  visit(request: Asked, page: Read): Visit {
    return this.drawn.visitOf(visitFrom(request, page, this.asking.publicUrl));
  }

  missing(request: Asked): Drawn {
    return this.drawn.notThere(this.visit(request, null));
  }

  failed(request: Asked, incident: string): Drawn {
    return this.drawn.failed(this.visit(request, null), incident);
  }

  async make(request: Asked, page: PublicPage, refused: Refused | null): Promise<Drawn> {
    const visit = this.visit(request, page);
    const answer = await this.ask(request, visit.language, page.asks, page.variables(visit));
    return this.draw(answer, page, visit, refused);
  }

  /** What failed is told with its incident; what may not be seen is as if it were not there. */
  private draw(
    { data, errors = [] }: Answer,
    page: PublicPage,
    visit: Visit,
    refused: Refused | null,
  ): Drawn {
    const incident = errors.find(({ extensions }) => extensions?.incident)?.extensions?.incident;
    if (incident !== undefined) return this.drawn.failed(visit, String(incident));
    const drawn = errors.length > 0 ? null : page.draw(data, visit, refused ?? undefined);
    return drawn ?? this.drawn.notThere(visit);
  }

  write(request: Asked, page: PublicPage | null, drawn: Drawn): string {
    const at = { path: pathOf(request, page), isPrivate: !page || page.isPrivate === true };
    return this.drawn.html(drawn, this.visit(request, page), this.assets, at);
  }

  card(request: Asked, page: PublicPage, drawn: Drawn): Card | null {
    return this.drawn.cardOf(drawn, this.visit(request, page));
  }
}
