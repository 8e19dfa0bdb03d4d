export interface PdfOptions {
  readonly locale: 'zh' | 'en';
  /** In points. */
  readonly size: 'A4' | readonly [width: number, height: number];
  readonly title: string;
  readonly author: string;
  /** The moment that the file says it was made at; its id follows from this and its title. */
  readonly madeAt: Date;
}

/** A document of one page, in whose fonts only the characters that are used go into the file. */
export async function newPdf(options: PdfOptions): Promise<PDFKit.PDFDocument> {
  // It is large, and a start does not wait for what nobody has asked for yet.
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    size: typeof options.size === 'string' ? options.size : [...options.size],
    // Nothing ever flows over to a second page.
    margins: { top: 0, left: 0, right: 0, bottom: -10_000 },
    lang: options.locale === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      Title: options.title,
      Author: options.author,
      Creator: 'Linli',
      CreationDate: options.madeAt,
    },
  });
  document.registerFont('text', font('400Regular'));
  document.registerFont('strong', font('500Medium'));
  return document;
}

function font(weight: '400Regular' | '500Medium'): string {
  return require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`);
}

/** The whole file, once the document has ended; it must be asked for before. */
export async function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return await new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
