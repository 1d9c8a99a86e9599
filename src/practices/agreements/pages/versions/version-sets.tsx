/** Who is on which text: the parties of an agreement by what amends it for them. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import type { Versions } from '../answers.ts';
import { statusHref } from '../links.ts';

/** Parties of a set that are named at once; of a larger one the names open on demand. */
const NAMED_MAX = 12;

type Set = Versions['sets'][number];

function titleOf(set: Set, { rows }: Versions, { locale, text }: PageRequest): string {
  if (set.amendments.length === 0) return text('agreements.versions.sets.as-adopted');
  const titles = set.amendments.map(
    (id) => rows.find((row) => row.agreement === id)?.shortTitle ?? id,
  );
  const amendments = new Intl.ListFormat(locale, { type: 'conjunction' }).format(titles);
  return text('agreements.versions.sets.amended', { amendments });
}

function Names({
  request,
  found,
  set,
}: {
  request: PageRequest;
  found: Versions;
  set: Set;
}): Markup {
  return (
    <p>
      {set.actors.map(({ actor, name }, at) => (
        <>
          {at === 0 ? null : ' · '}
          <a href={statusHref(found.agreement, actor, request)}>{name}</a>
        </>
      ))}
    </p>
  );
}

/** One heading for each text, with those that are on it. */
export function VersionSets({
  request,
  found,
}: {
  request: PageRequest;
  found: Versions;
}): Markup | null {
  const { text } = request;
  if (found.sets.length === 0) return null;
  return (
    <section aria-labelledby="sets-title">
      <h2 id="sets-title">{text('agreements.versions.sets')}</h2>
      {found.sets.map((set) => {
        const names = <Names request={request} found={found} set={set} />;
        const count = text('agreements.versions.sets.count', { count: set.actors.length });
        return (
          <>
            <h3>{titleOf(set, found, request)}</h3>
            {set.actors.length <= NAMED_MAX ? (
              <>
                <p>{count}</p>
                {names}
              </>
            ) : (
              <details>
                <summary>{count}</summary>
                {names}
              </details>
            )}
          </>
        );
      })}
    </section>
  );
}
