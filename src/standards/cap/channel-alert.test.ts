import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capAlerts } from './alerts-for-tests.ts';
import { ChannelAlert, alertOfWarning, capOfChannel, channelOfCap } from './channel-alert.ts';
import { readCap } from './read-cap.ts';
import { writeCap } from './write-cap.ts';

describe('what a channel says, and an alert', () => {
  it('are the same in both directions, whatever the alert holds', () => {
    fc.assert(
      fc.property(capAlerts, (alert) => {
        const said = channelOfCap(alert);
        expect(ChannelAlert.parse(said)).toEqual(said);
        expect(capOfChannel(said)).toEqual(alert);
      }),
      { numRuns: 60 },
    );
  });

  const warning = {
    identifier: 'A-1',
    sender: 'KEN@example.org',
    sent: '2026-01-17T09:30:00-00:00',
    msgType: 'Alert',
    status: 'Actual',
    scope: 'Public',
    addresses: ['FRA'],
    references: [],
    event: 'Outbreak',
    urgency: 'Immediate',
    senderName: 'Kenya',
    headline: 'Cluster of pneumonia',
    description: '',
    language: 'en',
    expires: '2026-01-18T09:30:00-00:00',
  } as const;

  it('is a valid alert that says no more than the channel knows', () => {
    const { bytes, verdict } = writeCap(alertOfWarning(warning));
    expect(verdict).toEqual({ valid: true, errors: [], warnings: [] });
    const info = readCap(bytes ?? new Uint8Array()).alert?.infos[0];
    expect(info).toMatchObject({ severity: 'Unknown', certainty: 'Unknown', areas: [] });
    expect(info).not.toHaveProperty('description');
  });

  it('is no alert where it cancels nothing, or is restricted to it is not said whom', () => {
    const cancelling = writeCap(alertOfWarning({ ...warning, msgType: 'Cancel' }));
    const restricted = writeCap(alertOfWarning({ ...warning, scope: 'Restricted' }));
    const rules = [cancelling, restricted].map(({ verdict }) => verdict.errors[0]?.rule.id);
    expect(rules).toEqual(['cap.references', 'cap.restriction']);
  });
});
