/** What the page that verifies proofs has beside the house's own style. */
export const VERIFY_STYLE = `
body { margin: 0 auto; max-width: 52rem; padding: 1rem; }
header { align-items: baseline; display: flex; flex-wrap: wrap; gap: .5rem 1rem;
  justify-content: space-between; }
header { margin-block-end: 1rem; }
header h1 { flex: 1 1 16rem; margin: 0; }
.open { background: var(--card); border: 2px dashed var(--edge); border-radius: var(--radius);
  display: block; margin-block: 1rem; padding: 1rem; }
.open b { display: block; margin-block-end: .25rem; }
.open input { display: block; margin-block-start: .75rem; max-width: 100%; }
.verdict { border-radius: var(--radius); font-size: 1.25rem; font-weight: 600;
  max-width: none; padding: .75rem 1rem; }
.verdict.good { background: var(--good-tint); color: var(--good); }
.verdict.bad { background: var(--bad-tint); color: var(--bad); }
.steps-held { list-style: none; padding: 0; }
.steps-held li { border-block-end: 1px solid var(--line); color: var(--ink); display: flex;
  gap: .75rem; padding-block: .5rem; }
.mark { font-weight: 700; }
.check-holds .mark { color: var(--good); }
.check-fails .mark, .why { color: var(--bad); }
.why { margin: .25rem 0 0; }
.facts { display: grid; gap: .25rem 1rem; grid-template-columns: minmax(8rem, max-content) 1fr; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; min-width: 0; }
.facts code { overflow-wrap: anywhere; white-space: pre-line; }
pre { overflow-x: auto; }
footer { border-block-start: 1px solid var(--line); margin-block-start: 2rem; }
@media (max-width: 36rem) { .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-block-end: .5rem; } }
`;
