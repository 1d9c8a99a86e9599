/** Documents in the form of an act: kept first, then carried on as what the act names them by. */
import { ATTACHMENT_NAME_CHARACTERS_MAX } from '../../kernel/attachment.ts';
import type { ActDefinition } from '../../kernel/define-area.ts';
import { own } from '../../kernel/own.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { Attachments } from '../../store/contract.ts';
import type { Fields, Files } from '../form.ts';
import { OMIT } from './payload-form/leaf-fields.ts';
import { documentNames } from './payload-form/walk.ts';

/** A form after its documents were kept: what it says, and which of them were not taken. */
export interface Uploaded {
  readonly typed: Fields;
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[];
}

/** The last step of a path, as old browsers send it whole, without what no name holds. */
function nameOf(file: File): string {
  const last = file.name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const name = last.replaceAll(/\p{Cc}/gu, '').trim();
  return name.slice(0, ATTACHMENT_NAME_CHARACTERS_MAX).toWellFormed() || 'document';
}

async function keepOne(attachments: Attachments, file: File): Promise<string | Refusal> {
  const known = await attachments.keep(new Uint8Array(await file.arrayBuffer()), file.type);
  return isRefusal(known) ? known : JSON.stringify({ ...known, name: nameOf(file) });
}

/** Keeps the documents of a form; what was chosen before stays, unless it is left out. */
export async function keepUploads(
  attachments: Attachments,
  definition: ActDefinition,
  given: { readonly typed: Fields; readonly files: Files },
): Promise<Uploaded> {
  const typed = new Map(Object.entries(given.typed));
  // A row whose document is chosen has nothing typed yet, and is a row all the same.
  const chosen = Object.keys(given.files).map((name): [string, string] => [name, '']);
  const names = documentNames(definition, Object.fromEntries([...chosen, ...typed]));
  const refused: { name: string; refusal: Refusal }[] = [];
  for (const name of names) {
    if (typed.delete(`${name}${OMIT}`)) typed.delete(name);
    const file = own(given.files, name);
    if (!file) continue;
    const kept = await keepOne(attachments, file);
    if (isRefusal(kept)) refused.push({ name, refusal: kept });
    else typed.set(name, kept);
  }
  return { typed: Object.fromEntries(typed), refused };
}
