/** The form by which what is for one node is left at another. */
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import type { Peer } from './peer-tables.ts';

const FORM = 'leave';

export interface LeaveShown {
  readonly text: Text;
  readonly session: Session;
  readonly peers: readonly Peer[];
  readonly typed: Fields;
}

function choice({ text, peers, typed }: LeaveShown, name: 'recipient' | 'relay'): Field {
  return {
    kind: 'select',
    name,
    label: text(`host.nodes.leave.${name}`),
    value: typed[name] ?? '',
    required: true,
    options: [
      { value: '', label: '' },
      ...peers.map(({ operator }) => ({ value: operator, label: operator })),
    ],
  };
}

/** The form, where there is a node for which something could be left, and one to leave it at. */
export function LeaveForm(shown: LeaveShown) {
  const { text, session, peers } = shown;
  if (peers.length < 2) return null;
  const fields = [choice(shown, 'recipient'), choice(shown, 'relay')];
  return (
    <section>
      <h2 id="leave">{text('host.nodes.leave')}</h2>
      <p>{text('host.nodes.leave.why')}</p>
      <PostForm action="/admin/nodes/leave" token={session.formToken}>
        <FormFields text={text} id={FORM} fields={fields} />
        <button type="submit">{text('host.nodes.leave.do')}</button>
      </PostForm>
    </section>
  );
}

/** Which nodes are reached by way of others, and the form to change that. */
export function ByWayOf({ text, session, peers, typed }: LeaveShown) {
  if (peers.length < 2) return null;
  const options = [
    { value: '', label: '' },
    ...peers.map(({ operator }) => ({ value: operator, label: operator })),
  ];
  const field = (name: 'operator' | 'relay', required: boolean): Field => ({
    kind: 'select',
    name,
    label: text(`host.nodes.leave.${name === 'relay' ? 'relay' : 'recipient'}`),
    value: typed[name] ?? '',
    required,
    options,
  });
  const set = peers.filter(({ byWayOf }) => byWayOf !== null);
  return (
    <section>
      <h2 id="by-way-of">{text('host.nodes.by-way-of')}</h2>
      <p>{text('host.nodes.by-way-of.why')}</p>
      <ul>
        {set.map(({ operator, byWayOf }) => (
          <li>
            <code>{operator}</code>: <code>{byWayOf}</code>
          </li>
        ))}
      </ul>
      <PostForm action="/admin/nodes/by-way-of" token={session.formToken}>
        <FormFields
          text={text}
          id="by-way-of"
          fields={[field('operator', true), field('relay', false)]}
        />
        <button type="submit">{text('host.nodes.by-way-of.do')}</button>
      </PostForm>
    </section>
  );
}
