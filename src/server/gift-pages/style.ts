/** One column for a phone, no script, no picture: it is read in any browser. */
export const STYLE = `
:root { color-scheme: light; --ink: #2b2723; --soft: #665f54; --hair: #e6dfd3; --warm: #a3402a;
  --paper: #fff; --ground: #f7f4ee; --deep: #23614a; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.65 system-ui, -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei",
  sans-serif; -webkit-text-size-adjust: 100%; }
.demo { margin: 0; padding: .5rem 1.25rem; background: #fbe9c6; color: #5a3d00;
  text-align: center; font-size: .9375rem; }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
.from { margin: 0; color: var(--soft); }
h1 { margin: .25rem 0 1.25rem; font-size: 1.5rem; line-height: 1.3; letter-spacing: -.01em; }
h2 { margin: 0 0 .75rem; font-size: 1.0625rem; line-height: 1.4; }
section, .card { margin: 0 0 1rem; padding: 1.25rem; background: var(--paper);
  border: 1px solid var(--hair); border-radius: .875rem; }
p { margin: 0 0 .75rem; } section > :last-child, .card > :last-child { margin-bottom: 0; }
.amount { margin: 0; font-size: 2.25rem; font-weight: 650; line-height: 1.2;
  font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
.state { display: flex; gap: .5rem; align-items: baseline; margin: .5rem 0 0; font-weight: 550; }
.state::before { content: ""; flex: none; width: .625rem; height: .625rem; border-radius: 50%;
  background: #b98a2e; }
.state.paid::before { background: var(--deep); }
.state.ended::before { background: #8b8680; }
.soft { color: var(--soft); font-size: .9375rem; }
dl { margin: 1rem 0 0; } dl div { display: flex; gap: 1rem; padding: .5rem 0;
  border-top: 1px solid var(--hair); }
dl div:last-child { padding-bottom: 0; } dt { flex: 0 0 5rem; color: var(--soft); } dd { flex: 1; margin: 0; }
svg { display: block; width: 100%; height: .75rem; margin: 0 0 1rem; border-radius: .375rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: .625rem 0; border-top: 1px solid var(--hair); }
li:first-child { padding-top: 0; border-top: 0; } li:last-child { padding-bottom: 0; }
ul + p { margin-top: 1rem; padding-top: .75rem; border-top: 1px solid var(--hair); }
.line { display: flex; gap: 1rem; justify-content: space-between; align-items: baseline; }
.line > :first-child { flex: 1; } .line p { margin: 0; }
.line > :last-child { flex: none; font-variant-numeric: tabular-nums; font-weight: 550; }
.key { display: inline-block; width: .625rem; height: .625rem; margin: 0 .5rem 0 -1.125rem;
  border-radius: .1875rem; background: var(--stage); }
ul.parts .line > div { padding-left: 1.125rem; }
rect { fill: var(--stage); }
.in_pool { --stage: #cbbfa9; } .for_project { --stage: #ddbf8b; } .committed { --stage: #c08527; }
.spent, .used { --stage: #23614a; } .owed_to_operator { --stage: #7fae96; }
.spent_on_goods { --stage: #4b8b6d; } .refunded { --stage: #8b8680; }
.exchanged { --stage: #23614a; } .on_shelf { --stage: #cbbfa9; } .sent { --stage: #7fae96; }
.written_off { --stage: #8b8680; } .recalled { --stage: #a3402a; } .missing { --stage: #5f4640; }
.disputed, .held { --stage: #a3402a; } .returned { --stage: #5f4640; }
a { color: var(--warm); text-underline-offset: .2em; }
form { margin: 0; }
button, .button { display: block; width: 100%; padding: .8125rem 1.25rem; border: 1px solid
  var(--deep); border-radius: .625rem; background: var(--deep); color: #fff; font: inherit;
  font-weight: 600; line-height: 1.4; text-align: center; text-decoration: none;
  cursor: pointer; }
button.quiet, .button.quiet { background: transparent; color: var(--deep); }
button.end { border-color: var(--warm); background: transparent; color: var(--warm); }
form + form, form + details { margin-top: .75rem; }
summary { min-height: 2.75rem; padding: .625rem 0; color: var(--warm); cursor: pointer; }
:focus-visible { outline: 3px solid #d98f00; outline-offset: 2px; }
.refusal { margin: 0 0 1rem; padding: 1rem 1.25rem; border-left: .25rem solid var(--warm);
  border-radius: .25rem .875rem .875rem .25rem; background: #fbe9e3; }
.refusal > :last-child { margin-bottom: 0; }
footer { color: var(--soft); font-size: .875rem; }
@media (min-width: 40rem) { main { padding-top: 3rem; } section, .card { padding: 1.75rem; } }
@media print { body { background: #fff; } form, .demo { display: none; } }
`;
