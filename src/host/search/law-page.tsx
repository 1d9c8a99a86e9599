/** The law that the node applies: each rule with its provision, and where it is applied. */
import type { Rule } from '../../kernel/law.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { Markup } from '../../ui/markup.ts';
import type { Page } from '../../ui/page.ts';
import { spokenRule } from '../../ui/text/spoken.ts';
import type { Text } from '../../ui/text/text.ts';
import { ruleAnchor } from './house-shelf.ts';

/** So many tell what the table holds, and leave what comes after it in reach. */
const ROWS_FIRST = 40;

const sectioned = new Set(['agreements', 'meetings', 'notices', 'actors', 'record']);

/** The room that applies it, by its name for readers where it has one. */
function whereOf({ id }: Rule, text: Text): string {
  const [room = ''] = id.split('.');
  return sectioned.has(room) ? text(`host.section.${room}`) : room;
}

/** What it says; in English, and marked so, where nobody has put it into the language yet. */
function Words({ rule, text }: { rule: Rule; text: Text }): Markup {
  const { text: words } = spokenRule(text, rule);
  return words === rule.text ? <span lang="en">{words}</span> : <span>{words}</span>;
}

/** The page of these rules. */
export const lawPage = (all: readonly Rule[]): Page => ({
  path: '/law',
  section: 'law',
  examples: ['/law'],
  async render({ text, locale }) {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    const rules = all.toSorted(
      (one, other) => compare(one.citation, other.citation) || compare(one.id, other.id),
    );
    const title = text('search.law.title');
    const rows = rules.map((rule) => ({
      id: ruleAnchor(rule.id),
      cells: {
        citation: <cite>{rule.citation}</cite>,
        rule: <Words rule={rule} text={text} />,
        where: whereOf(rule, text),
      },
    }));
    return {
      title,
      description: text('search.law.lead'),
      breadcrumb: [{ label: text('host.front'), href: '/' }],
      body: (
        <>
          <h1>{title}</h1>
          <p class="lead">{text('search.law.lead')}</p>
          <DataTable
            text={text}
            id="rules"
            rowsFirst={ROWS_FIRST}
            caption={title}
            captionHidden
            columns={[
              { key: 'citation', label: text('search.law.citation') },
              { key: 'rule', label: text('search.law.rule') },
              { key: 'where', label: text('search.law.where') },
            ]}
            rows={rows}
          />
        </>
      ),
    };
  },
});
