/** What if these consented as well: a form by address alone, so that its answer can be sent on. */
import { Choices } from '../../../../ui/choices/choices.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { datesOf } from '../../../../ui/page-dates.ts';
import type { Takes } from '../answers.ts';
import { Names, type Props } from './what-it-takes-sets.tsx';

function Ignored({ request, takes }: { request: PageRequest; takes: Takes }): Markup | null {
  const { text } = request;
  if (takes.ignored.length === 0) return null;
  const told = takes.ignored.map(
    ({ name, why }) => `${name} (${text(`agreements.takes.standing.${why}`)})`,
  );
  return (
    <p>
      {text('agreements.takes.if.ignored')} {told.join(', ')}
    </p>
  );
}

/** The form, with what is assumed already. */
export function WhatIf({ request, takes, agreement }: Props): Markup {
  const { text } = request;
  const { assumed } = takes;
  const chosen = new Set(assumed.map(({ actor }) => actor));
  const signed = new Set(takes.signatories.map(({ actor }) => actor));
  const all = [...assumed, ...takes.candidates];
  const isSigned = ({ actor }: { readonly actor: string }): boolean => signed.has(actor);
  const groups = [
    { key: 'signatories', actors: all.filter(isSigned), open: true },
    { key: 'others', actors: all.filter((one) => !isSigned(one)), open: false },
  ];
  const kept = new URLSearchParams(datesOf(request));
  return (
    <section aria-labelledby="if-title">
      <h2 id="if-title">{text('agreements.takes.if.title')}</h2>
      {assumed.length === 0 ? null : (
        <p>
          {text('agreements.takes.if.assumed')}{' '}
          <Names request={request} agreement={agreement} all={assumed} />
        </p>
      )}
      <Ignored request={request} takes={takes} />
      <form action={request.path} method="get" aria-labelledby="if-title">
        {[...kept].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {groups
          .filter(({ actors }) => actors.length > 0)
          .map(({ key, actors, open }) => (
            <Choices
              label={text(`agreements.takes.if.${key}`)}
              name="assume"
              choices={actors.map(({ actor, name }) => {
                return { value: actor, label: name, chosen: chosen.has(actor) };
              })}
              open={open}
            />
          ))}
        <p>
          <button type="submit">{text('agreements.takes.if.compute')}</button>{' '}
          {assumed.length === 0 ? null : (
            <a href={`${request.path}${datesOf(request)}`}>{text('agreements.takes.if.clear')}</a>
          )}
        </p>
      </form>
    </section>
  );
}
