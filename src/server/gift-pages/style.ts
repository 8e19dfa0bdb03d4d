/** One column for a phone, no script, no picture; the colours are those of `web/public`. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2521; --soft: #55625c; --line: #dfe5e2;
  --ground: #fff; --card: #f5f8f6; --green: #0b6e4f; --waits: #c9962f; --sent: #a8cdbd;
  --red: #b3261e; --gone: #8b8680; --lost: #5f4640; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eeeb; --soft: #a3b0aa; --line: #303a35;
  --ground: #121715; --card: #1b2320; --green: #5fd0a6; --waits: #d9ae55; --sent: #3c6a58;
  --red: #ff9a8f; --lost: #b3938c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.6 system-ui, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif;
  -webkit-text-size-adjust: 100%; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
.from { margin: 0; color: var(--soft); }
h1 { margin: .25rem 0 1rem; font-size: 1.6rem; line-height: 1.3; }
h2 { margin: 0 0 .75rem; font-size: 1.2rem; line-height: 1.4; }
section { margin: 1.5rem 0; }
.card { margin: 0 0 1rem; padding: 1.25rem; background: var(--card);
  border: 1px solid var(--line); border-radius: 1rem; }
p { margin: 0 0 .75rem; } section > :last-child, .card > :last-child { margin-bottom: 0; }
.amount { margin: 0; font-size: 2.25rem; font-weight: 650; line-height: 1.2;
  font-variant-numeric: tabular-nums; }
.state { display: flex; gap: .5rem; align-items: baseline; margin: .5rem 0 0; font-weight: 600; }
.state::before { content: ""; flex: none; width: .625rem; height: .625rem; border-radius: 50%;
  background: var(--green); }
.soft { color: var(--soft); font-size: .95rem; }
dl { margin: 1rem 0 0; } dl div { display: flex; gap: 1rem; padding: .5rem 0;
  border-top: 1px solid var(--line); }
dl div:last-child { padding-bottom: 0; } dt { flex: 0 0 5rem; color: var(--soft); } dd { flex: 1; margin: 0; }
svg { display: block; width: 100%; height: .75rem; margin: 0 0 1rem; border-radius: .375rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: .625rem 0; border-top: 1px solid var(--line); }
.line { display: flex; gap: 1rem; justify-content: space-between; align-items: baseline; }
.line > :first-child { flex: 1; } .line p { margin: 0; }
.line > :last-child { flex: none; font-variant-numeric: tabular-nums; }
.key { display: inline-block; width: .625rem; height: .625rem; margin: 0 .5rem 0 -1.125rem;
  border-radius: .1875rem; background: var(--stage); }
ul.parts .line > div { padding-left: 1.125rem; }
rect { fill: var(--stage); }
.exchanged { --stage: var(--green); } .on_shelf { --stage: var(--waits); }
.sent { --stage: var(--sent); } .written_off { --stage: var(--gone); }
.recalled { --stage: var(--red); } .missing { --stage: var(--lost); }
a { color: var(--green); text-underline-offset: .2em; }
.button { display: block; width: 100%; padding: .8rem 1.25rem; border: 1px solid var(--green);
  border-radius: .6rem; background: transparent; color: var(--green); font: inherit;
  font-weight: 600; line-height: 1.4; text-align: center; text-decoration: none; }
:focus-visible { outline: 3px solid var(--green); outline-offset: 2px; }
footer { color: var(--soft); font-size: .9rem; }
`;
