/** What a workbook holds besides its sheets. */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OPEN_XML = 'http://schemas.openxmlformats.org';
const MAIN = `${OPEN_XML}/spreadsheetml/2006/main`;
const RELATIONS = `${OPEN_XML}/officeDocument/2006/relationships`;
const IN_PACKAGE = `${OPEN_XML}/package/2006/relationships`;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const PACKAGE =
  `${XML}<Relationships xmlns="${IN_PACKAGE}"><Relationship Id="rId1" ` +
  `Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** The numbers of the formats below: for headings, and for texts that stay texts when edited. */
export const BOLD = 1;
export const TEXT = 2;

export const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/>' +
  '<xf xfId="0" fontId="1" applyFont="1" numFmtId="49" applyNumberFormat="1"/>' +
  '<xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>';

const each = (sheets: number, write: (n: number) => string) =>
  Array.from({ length: sheets }, (_, at) => write(at + 1)).join('');

export const CONTENT_TYPES = (sheets: number): string =>
  `${XML}<Types xmlns="${OPEN_XML}/package/2006/content-types">` +
  '<Default Extension="rels" ' +
  'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
  each(
    sheets,
    (n) =>
      `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  ) +
  '</Types>';

/** The parts that name the sheets: written when it is known how many there are. */
export function partsOf(sheets: number): [string, string][] {
  const listed = each(sheets, (n) => `<sheet name="${n}" sheetId="${n}" r:id="rId${n}"/>`);
  const related = each(
    sheets,
    (n) =>
      `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" ` +
      `Target="worksheets/sheet${n}.xml"/>`,
  );
  const styles =
    `<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" ` + 'Target="styles.xml"/>';
  return [
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${IN_PACKAGE}">${related}${styles}</Relationships>`,
    ],
  ];
}
