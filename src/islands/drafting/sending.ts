/** Hands acts to the node: what comes back, what it refused, and what never reached it. */

export interface Draft {
  readonly verb: string;
  readonly register: string;
  readonly actor: string;
  /** Where the reader keeps registers and records what another said: from what. */
  readonly source: string;
  readonly payload: object;
  /** Who may read it; absent: all. */
  readonly marking?: object | undefined;
}

export type Outcome =
  | { readonly kind: 'recorded'; readonly act: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreached' };

/** A marking for an actor and others: States by their codes, of groups their members. */
export function markedFor(actor: string, others: readonly string[]): object {
  const isState = (one: string): boolean => /^[A-Z]{3}$/.test(one);
  const to = [...new Set([actor, ...others.filter(isState)])];
  return { level: 'amber', to, membersOf: others.filter((one) => !isState(one)) };
}

const basisOf = (source: string): object =>
  source === '' ? { kind: 'signed' } : { kind: 'recorded', source };

/** Sends one act; whether it was recorded is known only where an answer came. */
export async function send(draft: Draft): Promise<Outcome> {
  const { verb, register, actor, source, payload, marking } = draft;
  const body = JSON.stringify({
    type: `meetings.${verb}`,
    register,
    actor,
    payload,
    basis: basisOf(source),
    marking,
  });
  try {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await fetch('/api/acts', { method: 'POST', headers, body });
    const told: unknown = await response.json();
    if (response.ok) return { kind: 'recorded', act: textIn(told, 'id') };
    if (response.status >= 500) return { kind: 'unreached' };
    const remedy = textIn(told, 'remedy');
    return { kind: 'refused', reason: `${textIn(told, 'detail')} ${remedy}`.trim() };
  } catch {
    return { kind: 'unreached' };
  }
}

function textIn(json: unknown, name: string): string {
  if (typeof json !== 'object' || json === null) return '';
  const value: unknown = Object.entries(json).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
