/** The notice that an address names: by its act, or the latest of its channel. */
import type { Refusal } from '../../../kernel/refusal.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { notice } from '../questions/notice.ts';
import type { Shown } from './answers.ts';

/** In the place of an act, in addresses that are to stay the same. */
export const LATEST = 'latest';

/** The notice, as the asker may see it; one of another channel is not found under this one. */
export async function findNotice(request: PageRequest): Promise<Shown | Refusal> {
  const { locale, params } = request;
  const { channel, notice: named } = params;
  const act = named === LATEST ? {} : { notice: named };
  return request.ask(notice, { ...act, channel, locale });
}
