import { describe, expect, it } from 'vitest';
import { codeOf } from './actor-typed.ts';

const match = (id: string, matched: string) => ({ item: { id }, matched });

describe('an actor that is typed', () => {
  it('is its code where the code was typed', () => {
    expect(codeOf('eu', [match('eu', 'EU'), match('EUR', 'eu')])).toBe('eu');
  });

  it('is found by a name, whatever the case', () => {
    expect(codeOf(' kenya ', [match('KEN', 'Kenya'), match('KEX', 'Kenya Colony')])).toBe('KEN');
  });

  it('stays as it was typed where two bear the name', () => {
    expect(codeOf('Congo', [match('COG', 'Congo'), match('COD', 'Congo')])).toBe('Congo');
  });

  it('stays as it was typed where the name is only like one', () => {
    expect(codeOf('Keny', [match('KEN', 'Kenya')])).toBe('Keny');
    expect(codeOf('operator', [])).toBe('operator');
  });
});
