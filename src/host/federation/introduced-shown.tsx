/** Nodes that ask to be known, each with what to compare and how to answer. */
import { fingerprintOf } from '../../federation/pinned-node.ts';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import { formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { PostForm } from '../pages/post-form.tsx';
import type { Introduction } from './introductions.ts';

interface Shown {
  readonly text: Text;
  readonly session: Session;
  readonly introduced: readonly Introduction[];
}

function One({ text, session, node }: Omit<Shown, 'introduced'> & { node: Introduction }) {
  const { operator, address, publicKey, introducedAt } = node;
  const fingerprint = fingerprintOf(publicKey);
  const items = [
    { term: text('host.nodes.address'), content: address, code: true },
    { term: text('host.nodes.fingerprint'), content: fingerprint, code: true },
    {
      term: text('host.nodes.introduced.at'),
      content: formatInstant(text.locale, introducedAt.toISOString()),
    },
  ];
  return (
    <article>
      <h3>{text('host.nodes.introduced.asks', { operator })}</h3>
      <DefinitionList items={items} />
      <PostForm action="/admin/nodes/introduced" token={session.formToken}>
        <input type="hidden" name="operator" value={operator} />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <button type="submit" name="answer" value="confirm">
          {text('host.nodes.introduced.confirm')}
        </button>{' '}
        <button type="submit" name="answer" value="decline" class="button-plain">
          {text('host.nodes.introduced.decline')}
        </button>
      </PostForm>
    </article>
  );
}

/** The nodes that wait; nothing where none does. */
export function IntroducedShown({ text, session, introduced }: Shown) {
  if (introduced.length === 0) return null;
  return (
    <section>
      <h2>{text('host.nodes.introduced')}</h2>
      <p>{text('host.nodes.introduced.why')}</p>
      {introduced.map((node) => (
        <One text={text} session={session} node={node} />
      ))}
    </section>
  );
}
