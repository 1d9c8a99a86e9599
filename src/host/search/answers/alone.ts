/** One actor, or one body: what it is bound by, to what it belongs, how it decides. */
import type { Findable } from '../../../kernel/findable.ts';
import { members } from '../../../practices/actors/questions/members.ts';
import { show } from '../../../practices/actors/questions/show.ts';
import { ofActor } from '../../../practices/agreements/questions/actor.ts';
import { body as bodyQuestion } from '../../../practices/meetings/questions/bodies/body.ts';
import { type Answer, type Read, about, askOf, dated, listIn, say, titleOf } from './answer.ts';

const NAMED_MAX = 5;

/** How many agreements bind an actor, and to how many groups it belongs. */
export async function aboutActor(read: Read, actor: Findable): Promise<Answer | null> {
  const bound = await askOf(read, ofActor, { actor: actor.id, locale: read.locale });
  const known = await askOf(read, show, { actor: actor.id });
  if (bound === null || known === null) return null;
  const parties = bound.rows.filter(({ standing }) => standing === 'party').length;
  const groups = known.memberships.filter(({ status }) => status === 'member').length;
  const path = `/actors/${actor.id}`;
  const ofGroup = await aboutMembers(read, actor);
  const names = { actor: titleOf(actor, read) };
  return {
    kind: 'actor',
    text: say(read, 'bound', { ...names, count: parties }),
    reasons: [
      ...(groups === 0 ? [] : [say(read, 'belongs', { ...names, count: groups })]),
      ...(ofGroup === 0 ? [] : [say(read, 'has-members', { ...names, count: ofGroup })]),
    ],
    href: dated(path, read),
    links: [
      { label: say(read, 'link.bound'), href: dated(`/bound/${actor.id}`, read) },
      ...(ofGroup === 0
        ? []
        : [{ label: say(read, 'link.members'), href: `${dated(path, read)}#members` }]),
    ],
    rule: null,
    about: about(read, actor),
    asOf: read.asked.asOf,
  };
}

async function aboutMembers(read: Read, group: Findable): Promise<number> {
  if (group.kind === 'state' || group.kind === 'historical-state') return 0;
  return (await askOf(read, members, { group: group.id, status: 'member' }))?.rows.length ?? 0;
}

/** How a body decides, and how many belong to it. */
export async function aboutBody(read: Read, body: Findable): Promise<Answer | null> {
  const found = await askOf(read, bodyQuestion, { body: body.id, locale: read.locale });
  if (found === null) return null;
  const rules = found.rules.slice(0, NAMED_MAX).map(({ title }) => title);
  const title = titleOf(body, read);
  const href = dated(`/meetings/bodies/${body.id}`, read);
  const [first] = found.rules;
  return {
    kind: 'body',
    text: say(read, 'body', { title, count: found.members }),
    reasons: rules.length === 0 ? [] : [say(read, 'decides-by', { rules: listIn(read, rules) })],
    href,
    links: [
      { label: say(read, 'link.rules'), href: `${href}#rules` },
      { label: say(read, 'link.members'), href: `${href}#members` },
    ],
    rule: first === undefined ? null : { id: first.name, citation: first.citation },
    about: about(read, body),
    asOf: read.asked.asOf,
  };
}
