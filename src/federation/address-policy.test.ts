import { describe, expect, it } from 'vitest';
import { addressPolicy, isPublicAddress } from './address-policy.ts';

const PUBLIC = ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '[2a00::1]'];
const OTHER = [
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.127.255.255',
  '192.0.0.170',
  '198.18.0.1',
  '203.0.113.7',
  '::1',
  '[::1]',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'fec0::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::8.8.8.8',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:db8::1',
];
const NOBODY = ['0.0.0.0', '0.1.2.3', '224.0.0.1', '255.255.255.255', '::', 'ff02::1', 'name', ''];

const policy = (setting: string) => {
  const made = addressPolicy(setting);
  if (!made) throw new Error('no policy');
  return made;
};

describe('an address of another node', () => {
  it.each(PUBLIC)('%s may be spoken to', (address) => {
    expect(isPublicAddress(address)).toBe(true);
    expect(policy('').allows(address)).toBe(true);
  });
  it.each(OTHER)('%s may not, unless configuration names it', (address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(policy('').allows(address)).toBe(false);
    expect(policy('refuse').allows(address)).toBe(false);
    expect(policy('allow').allows(address)).toBe(true);
  });
  it.each(NOBODY)('%j may never', (address) => {
    expect(policy('').allows(address)).toBe(false);
    expect(policy('allow').allows(address)).toBe(false);
  });
  it('may be named by its subnet, to the first and last address of it', () => {
    const some = policy('10.2.0.0/16, fd00::/8, 192.168.7.9/32');
    const within = ['10.2.0.0', '10.2.255.255', 'fd00::1', '192.168.7.9'];
    const beside = ['10.1.255.255', '10.3.0.0', 'fc00::1', '192.168.7.8', '127.0.0.1'];
    expect(within.map((address) => some.allows(address))).toEqual([true, true, true, true]);
    expect(beside.some((address) => some.allows(address))).toBe(false);
  });
  it.each(['10.2.0.0', '10.2.0.0/33', 'fd00::/129', 'everything', '10.2.0.0/x', '/8', '10/8'])(
    'is not named by the setting %s',
    (setting) => {
      expect(addressPolicy(setting)).toBeNull();
    },
  );
});
