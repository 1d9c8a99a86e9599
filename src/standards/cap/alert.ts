/**
 * An alert of the Common Alerting Protocol as a typed object. Members bear the names of CAP's
 * elements, in the plural where an element may stand several times. Numbers and times stay the text
 * that was written: a coordinate is quoted, never computed with, and `sent` is part of the alert's
 * name.
 */
import { z } from 'zod';

export const STATUSES = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const;
export const MESSAGE_TYPES = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const;
export const SCOPES = ['Public', 'Restricted', 'Private'] as const;
export const CATEGORIES = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const;
export const RESPONSE_TYPES = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
] as const;
export const URGENCIES = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
export const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
export const CERTAINTIES = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;

const text = z.string();
const maybe = text.optional();

/** A value in a system that the name stands for: `{ valueName: 'SAME', value: 'CAE' }`. */
export const CapNamedValue = z.strictObject({ valueName: text, value: text });

/** Degrees of WGS 84. */
export const CapPoint = z.strictObject({ latitude: text, longitude: text });

export const CapCircle = z.strictObject({ latitude: text, longitude: text, radiusKm: text });

/** How one alert names another. CAP 1.2, 3.2.1. */
export const CapReference = z.strictObject({ sender: text, identifier: text, sent: text });

export const CapResource = z.strictObject({
  resourceDesc: text,
  mimeType: maybe,
  /** Bytes. */
  size: maybe,
  uri: maybe,
  derefUri: maybe,
  digest: maybe,
});

export const CapArea = z.strictObject({
  areaDesc: text,
  polygons: z.array(z.array(CapPoint)),
  circles: z.array(CapCircle),
  geocodes: z.array(CapNamedValue),
  /** Feet above mean sea level; with a ceiling, the lower end. */
  altitude: maybe,
  ceiling: maybe,
});

export const CapInfo = z.strictObject({
  /** Where there is none it is `en-US`. CAP 1.2, 3.2.2. */
  language: maybe,
  categories: z.array(z.enum(CATEGORIES)),
  event: text,
  responseTypes: z.array(z.enum(RESPONSE_TYPES)),
  urgency: z.enum(URGENCIES),
  severity: z.enum(SEVERITIES),
  certainty: z.enum(CERTAINTIES),
  audience: maybe,
  eventCodes: z.array(CapNamedValue),
  effective: maybe,
  onset: maybe,
  expires: maybe,
  senderName: maybe,
  headline: maybe,
  description: maybe,
  instruction: maybe,
  web: maybe,
  contact: maybe,
  parameters: z.array(CapNamedValue),
  resources: z.array(CapResource),
  areas: z.array(CapArea),
});

export const CapAlert = z.strictObject({
  identifier: text,
  sender: text,
  sent: text,
  status: z.enum(STATUSES),
  msgType: z.enum(MESSAGE_TYPES),
  source: maybe,
  /** Only CAP 1.0 does without. */
  scope: z.enum(SCOPES).optional(),
  restriction: maybe,
  addresses: z.array(text),
  codes: z.array(text),
  note: maybe,
  references: z.array(CapReference),
  incidents: z.array(text),
  infos: z.array(CapInfo),
});

export type CapNamedValue = z.output<typeof CapNamedValue>;
export type CapPoint = z.output<typeof CapPoint>;
export type CapCircle = z.output<typeof CapCircle>;
export type CapReference = z.output<typeof CapReference>;
export type CapResource = z.output<typeof CapResource>;
export type CapArea = z.output<typeof CapArea>;
export type CapInfo = z.output<typeof CapInfo>;
export type CapAlert = z.output<typeof CapAlert>;

/** The alert's full name, by which others refer to it. CAP 1.2, 3.2.1, references. */
export const extendedIdentifier = ({ sender, identifier, sent }: CapReference): string =>
  `${sender},${identifier},${sent}`;
