/** A refusal as TAXII tells it, section 3.6.1. */
import type { Refusal } from '../../kernel/refusal.ts';

/** The error message; `status` is that of the response. */
export function errorText({ rule, reason, remedy }: Refusal, status: number): string {
  return JSON.stringify({
    title: reason,
    description: remedy ?? rule.text,
    error_code: rule.id,
    http_status: String(status),
    details: { citation: rule.citation },
  });
}
