/** The rules by which the store itself says no; areas and the kernel have their own. */
import { rule } from '../kernel/law.ts';

export const TYPE_RULE = rule(
  'act.type',
  'Concord acts, "Types"',
  'An act is of a type that this node knows.',
);
export const PAYLOAD_RULE = rule(
  'act.payload',
  'Concord acts, "Types"',
  'The payload of an act is as the schema of its type says.',
);
export const TEXT_RULE = rule(
  'act.text',
  'Unicode 17.0, section 23.1; PostgreSQL, "Character Types"',
  'Text holds no NUL character.',
);
export const NETWORK_RULE = rule(
  'act.network',
  'Concord acts, "The act on the wire"',
  'An act belongs to the network that its header names.',
);
export const REGISTER_RULE = rule(
  'register.known',
  'Concord acts, "Registers"',
  'Acts are put to a register that its custodian has opened.',
);
export const CUSTODIAN_RULE = rule(
  'register.custodian',
  'VCLT Art. 76(1); Concord acts, "Registers"',
  'Only the custodian of a register, with a key of its own, admits acts to it.',
);
export const HELD_KEY_RULE = rule(
  'node.key',
  'Concord acts, "Keys and mandates"',
  'A node signs only with keys that it holds.',
);
export const QUESTION_RULE = rule(
  'question.input',
  'Concord questions, "Input"',
  'A question is asked with the input that its schema describes.',
);
export const AUDIENCE_RULE = rule(
  'act.audience',
  'Concord acts, "The act on the wire"',
  'An audience is named within 6,000 bytes, so that every act to it has room in a header.',
);
export const AT_HAND_RULE = rule(
  'attachments.at-hand',
  'Concord acts, "Attachments"',
  'An act that is made here names only documents that this node holds, as what they are.',
);
export const ROOM_RULE = rule(
  'attachments.room',
  'Concord acts, "Attachments"',
  'Documents that no act names yet take no more room than the node gives them.',
);
export const PROOF_RULE = rule(
  'record.proof-known',
  'Concord record files, "Proof of one act"',
  'A node proves what it admitted as custodian, to whom may see it.',
);
export const EXPORT_SIZE_RULE = rule(
  'record.file-size',
  'Concord record files, "Bounds"',
  'A register is exported as one file where it has at most 20,000 acts and 64 MiB.',
);
