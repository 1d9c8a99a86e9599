import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from './blocks.ts';
import { type Comparison, compareOutlines } from './compare-outlines.ts';
import { readOutline } from './read-outline.ts';

const between = (before: string, after: string): Comparison =>
  compareOutlines(readOutline(before, ['2016-10-05']), readOutline(after, ['2021-03-01']));

const said = (one: Block | null): string => one?.text ?? '–';
const told = ({ sections }: Comparison) =>
  sections.map(({ title, changes }) => ({
    title: title.join(' › '),
    changes: changes.map(({ before, after }) => `${said(before)} → ${said(after)}`),
  }));

const row = (name: string, ...cells: string[]) =>
  `<tr><th><a href="/${name}?asOf=2016-10-05">${name}</a></th>${cells
    .map((cell) => `<td>${cell}</td>`)
    .join('')}</tr>`;
const table = (...rows: string[]) =>
  `<section><h2>Parties</h2><div class="data-table" id="p"><table><caption>Parties</caption>
    <thead><tr><th>Actor</th><th>Standing</th></tr></thead><tbody>${rows.join('')}</tbody></table>
    <p class="table-foot">${rows.length} rows</p></div></section>`;

describe('of two days, a page tells', () => {
  test('which rows came, went or say something else, by their name', () => {
    const before = table(row('Chad', 'Signed'), row('Peru', 'Bound'), row('USSR', 'Bound'));
    const after = table(row('Chad', 'Bound'), row('Kenya', 'Bound'), row('Peru', 'Bound'));
    const comparison = between(before, after);
    expect(comparison.counts).toEqual({ came: 1, went: 1, changed: 1, same: 1 });
    expect(told(comparison)).toEqual([
      {
        title: 'Parties',
        changes: ['Chad | Signed → Chad | Bound', '– → Kenya | Bound', 'USSR | Bound → –'],
      },
    ]);
  });

  test('terms, figures, states and sentences before and after', () => {
    const page = (count: number, state: string, why: string) =>
      `<h1>Agreement</h1><p class="standing"><span class="chip">${state}</span></p>
       <ul><li><b>${count}</b> <a href="/parties">parties</a></li></ul>
       <section id="why"><h2>${why}</h2><dl><dt>Seat</dt><dd>Bonn ${count}</dd></dl></section>`;
    const comparison = between(page(7, 'Open', 'Why not'), page(9, 'In force', 'Why'));
    expect(told(comparison)).toEqual([
      { title: 'Agreement', changes: ['Open → In force', '7 parties → 9 parties'] },
      { title: 'Agreement › Why', changes: ['Why not → Why', 'Seat: Bonn 7 → Seat: Bonn 9'] },
    ]);
    expect(comparison.counts).toEqual({ came: 0, went: 0, changed: 3, same: 0 });
  });

  test('nothing of the day that it names itself', () => {
    const page = (day: string) => `<h1>Is it there on ${day}?</h1><p>Yes, on ${day}.</p>`;
    expect(between(page('2016-10-05'), page('2021-03-01')).sections).toEqual([]);
  });

  test('that a day which it tells of is the same, though it be one of the two', () => {
    const page =
      '<section><h2>Met on <time>2016-10-05</time></h2><p>Met on 2016-10-05.</p></section>';
    expect(between(page, page).sections).toEqual([]);
  });

  test('what is folded as a part of what stands before it', () => {
    const page = (first: string[], folded: string[]) =>
      `<h2>Dates</h2><ol>${first.map((one) => `<li>${one}</li>`).join('')}</ol>
       <details class="fold"><summary>The other ${folded.length}</summary>
       <ol>${folded.map((one) => `<li>${one}</li>`).join('')}</ol></details>`;
    const comparison = between(page(['b', 'a'], []), page(['c', 'b'], ['a']));
    expect(told(comparison)).toEqual([{ title: 'Dates', changes: ['– → c'] }]);
  });

  test('nothing of forms, of ways elsewhere, and of what only says again what stands there', () => {
    const page = (one: string) =>
      `<p>It is.</p><form><input value="${one}"><p>${one}</p></form><nav><a href="/">${one}</a>
       </nav><details><summary>Acts</summary><ul>
       <li><a href="#why-0">${one}</a></li></ul></details>`;
    expect(between(page('a'), page('b'))).toEqual({
      counts: { came: 0, went: 0, changed: 0, same: 1 },
      sections: [],
    });
  });

  test('of pictures, those that are drawn otherwise, beside what is told below them', () => {
    const page = (d: string, count: number) =>
      `<figure id="map"><svg><path d="${d}"/></svg><ul class="map-legend"><li>${d}</li></ul>
       <ol><li>Bound <b>${count}</b></li></ol></figure>`;
    const comparison = between(page('M0 0', 1), page('M1 1', 2));
    expect(comparison.sections[0]?.changes.map(({ after }) => after?.kind)).toEqual([
      'item',
      'picture',
    ]);
    expect(comparison.counts).toEqual({ came: 0, went: 0, changed: 1, same: 0 });
  });

  test('of a list that goes on elsewhere, only what stands before the last that both have', () => {
    const next = '<nav><a rel="next" href="/list?page=2">Next</a></nav>';
    const comparison = between(
      table(row('b'), row('a')) + next,
      table(row('d'), row('c'), row('b')) + next,
    );
    expect(told(comparison)).toEqual([{ title: 'Parties', changes: ['– → d', '– → c'] }]);
  });
});

const pages = fc
  .array(
    fc.tuple(
      fc.constantFrom('One', 'Two', 'Three'),
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y')), {
        maxLength: 6,
      }),
    ),
    { maxLength: 4 },
  )
  .map((sections) =>
    sections
      .map(
        ([name, rows]) => `<h2>${name}</h2>${table(...rows.map(([one, cell]) => row(one, cell)))}`,
      )
      .join(''),
  );

const rowsOf = (html: string): number => readOutline(html, []).blocks.filter(isCounted).length;
const isCounted = ({ kind }: Block): boolean => kind !== 'heading' && kind !== 'picture';

describe('whatever a page says on two days', () => {
  test('all of it is the same, changed, or of one day alone', () => {
    fc.assert(
      fc.property(pages, pages, (before, after) => {
        const { came, went, changed, same } = between(before, after).counts;
        expect(same + changed + went).toBe(rowsOf(before));
        expect(same + changed + came).toBe(rowsOf(after));
      }),
    );
  });

  test('a day beside itself has no change, and swapped days mirror each other', () => {
    fc.assert(
      fc.property(pages, pages, (before, after) => {
        expect(between(before, before).sections).toEqual([]);
        const { counts: there } = between(before, after);
        const { counts: back } = between(after, before);
        expect(back).toEqual({ ...there, came: there.went, went: there.came });
      }),
    );
  });
});
