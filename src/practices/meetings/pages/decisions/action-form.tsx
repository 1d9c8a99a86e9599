/** A form that leads to an act: nothing is recorded before it is confirmed there. */
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { Text } from '../../../../ui/text/text.ts';
import type { Shown } from './answers.ts';

type Named = Shown['mayVote'];

/** In whose name; asked only where there is a choice. */
export function InNameOf({ text, actors, id }: { text: Text; actors: Named; id: string }): Markup {
  const [only] = actors;
  if (actors.length === 1 && only !== undefined) {
    return <input type="hidden" name="actor" value={only.actor} />;
  }
  return (
    <p>
      <label for={id}>{text('meetings.decision.in-name-of')}</label>{' '}
      <select name="actor" id={id}>
        {actors.map(({ actor, name }) => (
          <option value={actor}>{name}</option>
        ))}
      </select>
    </p>
  );
}

/** The act's fields as they are known, and what is still to be chosen. */
export function ActionForm({
  text,
  id,
  fields,
  actors,
  children,
}: {
  text: Text;
  id: string;
  fields: readonly (readonly [string, string])[];
  actors: Named;
  children?: Content;
}): Markup {
  return (
    <form method="get" action="/acts/new" class="decision-act">
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <InNameOf text={text} actors={actors} id={`actor-${id}`} />
      {children}
    </form>
  );
}
