/** What the pages on bodies are given by the questions. */
import type { PageRequest } from '../../../../ui/page.ts';
import type { ShownBody } from '../../questions/bodies/body.ts';
import type { MemberRow } from '../../questions/bodies/members.ts';
import type { RightsRow } from '../../questions/bodies/voting-rights.ts';

export interface BodyProps {
  readonly request: PageRequest;
  readonly body: ShownBody;
}

/** A member with what is known of its vote. */
export interface MemberShown {
  readonly row: MemberRow;
  readonly rights: RightsRow;
}

export interface MembersProps extends BodyProps {
  readonly members: readonly MemberShown[];
  /** The weights that are shown. */
  readonly scheme: string | null;
}
