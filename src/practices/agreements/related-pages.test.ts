import { describe, expect, it } from 'vitest';
import { relatedPages } from './related-pages.ts';

const hrefs = (type: string, register: string, payload: unknown = {}): string[] =>
  relatedPages({ type, register, payload }).map(({ href }) => href);

describe('the pages to which an act leads on', () => {
  it('are those of its agreement', () => {
    expect(hrefs('agreements.sign', 'agreements/river')).toEqual(['/agreements/river']);
  });

  it('begin with the notification where it is one', () => {
    const payload = { number: 'C.N.12.2026.TREATIES-IV.4' };
    const notification = '/notifications/C.N.12.2026.TREATIES-IV.4';
    const found = hrefs('agreements.notify', 'agreements/river', payload);
    expect(found).toEqual([notification, '/agreements/river']);
  });

  it('are the desk of the State and the agreement where the register is its own', () => {
    const found = hrefs('agreements.reach-stage', 'national/KEN', { agreement: 'river' });
    expect(found).toEqual(['/ministry/KEN', '/agreements/river']);
  });

  it('are none where the register is neither', () => {
    expect(hrefs('agreements.present-full-powers', 'full-powers/KEN')).toEqual([]);
  });
});
