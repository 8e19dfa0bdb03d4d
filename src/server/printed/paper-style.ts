/** Black on white, for a till's printer of 80 mm, which has no grey, for cards and sheets. */
export const PAPER_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #000; overflow-wrap: anywhere;
  font: 12px/1.5 system-ui, -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei",
  sans-serif; -webkit-text-size-adjust: 100%; }
main { margin: 0 auto; }
p, h1, h2, dl, dd, ul { margin: 0; padding: 0; }
ul { list-style: none; }
svg { display: block; }
.slip { width: 80mm; padding: 5mm 4mm; page: slip; }
.slip h1 { font-size: 16px; line-height: 1.3; text-align: center; }
.slip h2 { font-size: 12px; font-weight: 400; text-align: center; }
.slip svg { width: 36mm; height: 36mm; margin: 6px auto 0; }
.centre { text-align: center; }
.voided { margin: 8px 0; padding: 6px; border: 2px solid #000; text-align: center; }
.voided strong { display: block; font-size: 22px; line-height: 1.2; letter-spacing: .1em; }
dl, ul { margin-top: 8px; padding-top: 6px; border-top: 1px dashed #000; }
dl div, li div { display: flex; gap: 8px; justify-content: space-between; align-items: baseline; }
dd { flex: 1 1 auto; text-align: right; }
dt { flex: 0 1 auto; }
dd, .credits { font-variant-numeric: tabular-nums; }
li { margin-bottom: 4px; font-size: 13px; }
li p { font-size: 11px; }
.credits { flex: none; }
.total { font-size: 16px; font-weight: 600; }
.card { position: relative; width: 85.6mm; height: 53.98mm; padding: 4mm; page: card;
  border: 1px solid #ccc; border-radius: 3mm; }
.card svg { float: left; width: 32mm; height: 32mm; margin: -1mm 3mm 0 -1mm; }
.card h1 { font-size: 18px; line-height: 1.4; }
.card .soft { font-size: 10px; }
.card .name { font-size: 17px; }
.card .code { position: absolute; left: 4mm; top: 36mm; font-size: 14.5px; font-weight: 600;
  letter-spacing: .05em; white-space: nowrap; }
.card .note { position: absolute; left: 4mm; right: 4mm; bottom: 3mm; font-size: 9px;
  line-height: 1.35; }
.statement { max-width: 178mm; padding: 16mm 0; font-size: 13px; page: sheet; }
.statement h1 { font-size: 22px; line-height: 1.5; }
.statement table { width: 100%; margin-top: 16px; border-collapse: collapse; }
.statement th, .statement td { padding: 4px 0; text-align: left; border-bottom: 1px solid #ccc; }
.statement th:nth-child(n+3), .statement td:nth-child(n+3) { text-align: right;
  font-variant-numeric: tabular-nums; }
.statement thead { display: table-header-group; }
.statement tr { break-inside: avoid; }
.statement .note { margin-top: 16px; }
.refusal { max-width: 34rem; padding: 3rem 1.25rem; font-size: 16px; }
@page slip { size: 80mm 297mm; margin: 0; }
@page sheet { size: A4; margin: 12mm 16mm; }
@page card { size: 85.6mm 53.98mm; margin: 0; }
@media print { .card { border-color: transparent; } }
`;
