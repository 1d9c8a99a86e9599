/**
 * What a channel says when it warns, and the same as an alert of CAP. An alert's first description
 * is the channel's own words; descriptions in other languages stand beside it. Nothing that CAP
 * holds is lost on the way, in either direction.
 */
import { z } from 'zod';
import { CapAlert, CapArea, CapInfo, type CapReference } from './alert.ts';

/** Members of an alert that say who warns whom, and of which alert it follows. */
const Head = CapAlert.omit({ infos: true });

/** The words: of the event, how grave it is, where, and what to do. */
const Words = CapInfo.omit({ areas: true });

export const ChannelAlert = z.strictObject({
  ...Head.shape,
  /** Null where it tells of no event, as an acknowledgement does. */
  words: Words.nullable(),
  areas: z.array(CapArea),
  /** The same in other languages, or of other areas. */
  others: z.array(CapInfo),
});
export type ChannelAlert = z.output<typeof ChannelAlert>;

/** The alert of CAP that says it. */
export function capOfChannel({ words, areas, others, ...head }: ChannelAlert): CapAlert {
  return { ...head, infos: words === null ? others : [{ ...words, areas }, ...others] };
}

/** What a channel would say, of an alert of CAP. */
export function channelOfCap({ infos, ...head }: CapAlert): ChannelAlert {
  const [first, ...others] = infos;
  if (first === undefined) return { ...head, words: null, areas: [], others };
  const { areas, ...words } = first;
  return { ...head, words, areas, others };
}

/** What one has to know to warn; all else is left unsaid, and nothing is made up. */
export interface Warning {
  readonly identifier: string;
  readonly sender: string;
  /** In the form of CAP, `2026-01-17T09:30:00-00:00`. */
  readonly sent: string;
  readonly msgType: CapAlert['msgType'];
  readonly status: CapAlert['status'];
  readonly scope: NonNullable<CapAlert['scope']>;
  readonly restriction?: string;
  readonly addresses: readonly string[];
  readonly references: readonly CapReference[];
  readonly event: string;
  readonly urgency: CapInfo['urgency'];
  readonly senderName: string;
  readonly headline: string;
  readonly description: string;
  readonly language: string;
  readonly effective?: string;
  readonly expires?: string;
  readonly web?: string;
}

const said = (name: string, text: string | undefined): Readonly<Record<string, string>> =>
  text === undefined || text.trim() === '' ? {} : { [name]: text };

/**
 * An alert of what a channel knows. How severe and how certain it is a channel does not say, so it
 * says Unknown, and Other for its category (CAP 1.2, 3.2.2).
 */
export function alertOfWarning(warning: Warning): CapAlert {
  const { identifier, sender, sent, status, msgType, scope, references } = warning;
  return {
    identifier,
    sender,
    sent,
    status,
    msgType,
    scope,
    ...said('restriction', warning.restriction),
    addresses: [...warning.addresses],
    codes: [],
    references: [...references],
    incidents: [],
    infos: [
      {
        language: warning.language,
        categories: ['Other'],
        event: warning.event,
        responseTypes: [],
        urgency: warning.urgency,
        severity: 'Unknown',
        certainty: 'Unknown',
        eventCodes: [],
        ...said('effective', warning.effective),
        ...said('expires', warning.expires),
        ...said('senderName', warning.senderName),
        ...said('headline', warning.headline),
        ...said('description', warning.description),
        ...said('web', warning.web),
        parameters: [],
        resources: [],
        areas: [],
      },
    ],
  };
}
