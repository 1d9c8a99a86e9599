import { describe, expect, it } from 'vitest';
import { deterministicId, readIdentifier } from './identifier.ts';
import { compareTimestamps, isTimestamp } from './timestamp.ts';

describe('an identifier', () => {
  it('is a type, two hyphens and a UUID', () => {
    expect(readIdentifier('x-a--0F2C1D3E-1111-4a2b-8c3d-4e5f60718293')).toEqual({
      type: 'x-a',
      uuid: '0f2c1d3e-1111-4a2b-8c3d-4e5f60718293',
      uuidVersion: 4,
    });
    expect(readIdentifier('a--0f2c1d3e-1111-4a2b-8c3d-4e5f60718293')).toBeNull();
    expect(readIdentifier('tool-0f2c1d3e-1111-4a2b-8c3d-4e5f60718293')).toBeNull();
    expect(readIdentifier('tool--0f2c1d3e-1111-4a2b-0c3d-4e5f60718293')).toBeNull();
  });

  it('of an observable follows from what is observed', () => {
    // The address is the example of section 2.9; the others are as other tools derive them.
    expect(deterministicId('ipv4-addr', ['value'], { value: '198.51.100.3' })).toBe(
      'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
    );
    expect(deterministicId('domain-name', ['value'], { value: 'example.com' })).toBe(
      'domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7',
    );
    expect(deterministicId('autonomous-system', ['number'], { number: 15139 })).toBe(
      'autonomous-system--3aa27478-50b5-5ab8-9da9-cdc12b657fff',
    );
  });

  it('of a file follows from one of its hashes, whichever others are known', () => {
    const contributing = ['hashes', 'name'];
    const one = deterministicId('file', contributing, { hashes: { MD5: 'a' } });
    const more = deterministicId('file', contributing, { hashes: { 'SHA-1': 'b', MD5: 'a' } });
    expect(more).toBe(one);
    expect(deterministicId('file', contributing, { size: 3 })).toBeNull();
  });
});

describe('an instant', () => {
  it('is of a day that exists, in UTC', () => {
    expect(isTimestamp('2024-02-29T23:59:60.5Z')).toBe(true);
    expect(isTimestamp('2023-02-29T00:00:00Z')).toBe(false);
    expect(isTimestamp('2024-01-01T24:00:00Z')).toBe(false);
    expect(isTimestamp('2024-01-01T00:00:00')).toBe(false);
  });

  it('is compared by time, whatever the digits of its fraction', () => {
    expect(compareTimestamps('2024-01-01T00:00:00Z', '2024-01-01T00:00:00.000Z')).toBe(0);
    expect(compareTimestamps('2024-01-01T00:00:00.09Z', '2024-01-01T00:00:00.1Z')).toBe(-1);
    expect(compareTimestamps('2024-01-01T00:00:01Z', '2024-01-01T00:00:00.999999Z')).toBe(1);
  });
});
