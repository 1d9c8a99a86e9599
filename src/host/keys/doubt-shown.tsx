/** On the page of an act: that its owner does not stand by what its key signed there. */
import type { DoubtfulAct } from '../../store/doubtful-acts.ts';
import type { Text } from '../../ui/text/text.ts';

/** What is in doubt, and by which acts; nothing where the act is not. */
export function DoubtShown({ text, doubt }: { text: Text; doubt: DoubtfulAct | null }) {
  if (doubt === null) return null;
  const { author, standsBy, endedBy } = doubt;
  const links = [
    { label: text('host.keys.doubt.stands-by'), href: `/acts/${standsBy}` },
    { label: text('host.keys.doubt.said-by'), href: `/acts/${endedBy}` },
  ];
  return (
    <section id="doubt" class="notice">
      <h2>{text('host.keys.doubt')}</h2>
      <p>{text('host.keys.doubt.lead', { actor: author })}</p>
      <p>
        {links.map(({ label, href }) => (
          <>
            {label}:{' '}
            <a href={href} dir="ltr">
              {href.slice('/acts/'.length).slice(0, 12)}…
            </a>
            {' · '}
          </>
        ))}
        <a href={`/actors/${author}/keys`}>{text('host.keys')}</a>
      </p>
    </section>
  );
}
