import { expect, it } from 'vitest';
import { textsOf } from '../texts.ts';
import { AwaitingDesk } from './awaiting-desk.tsx';

const text = textsOf([])('en');
const ACT = {
  act: 'a'.repeat(64),
  type: 'keys.register',
  register: 'agreements/river',
  custodian: 'un-secretary-general',
  issuedAt: '2026-03-01T12:00:00.000Z',
  handedAt: null,
};

it('says since when an act waits, for whom, and what to do while it was not handed in', () => {
  const html = String(<AwaitingDesk text={text} acts={[ACT]} />);
  expect(html).toContain(`href="/acts/${ACT.act}"`);
  expect(html).toContain('datetime="2026-03-01T12:00:00.000Z"');
  expect(html).toContain('un-secretary-general');
  expect(html).toContain('It has not been handed in at the custodian’s node yet.');
  expect(html).toContain('once the node of un-secretary-general is reached');
});

it('leaves nothing to do but to ask, once it was handed in', () => {
  const handed = { ...ACT, handedAt: '2026-03-02T08:00:00.000Z' };
  const html = String(<AwaitingDesk text={text} acts={[handed]} />);
  expect(html).toContain('handed in at the custodian’s node on 2 Mar 2026');
  expect(html).toContain('Ask un-secretary-general if it takes long');
});

it('says that nothing waits', () => {
  const html = String(<AwaitingDesk text={text} acts={[]} />);
  expect(html).toContain('What waits to be decided elsewhere');
  expect(html).toContain('waits for a decision.');
  expect(html).not.toContain('<table');
});
