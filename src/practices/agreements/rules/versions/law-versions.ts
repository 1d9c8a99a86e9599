/** The rules by which amendments are refused, operation is suspended, and an agreement ended. */
import { rule } from '../../../../kernel/law.ts';

export const VERSION_RULES = {
  silence: rule(
    'agreements.silence',
    'VCLT Arts. 39, 40(2); the amendment’s own clause',
    'What silence would accept is refused while its time runs, by a party to the amended text.',
  ),
  refusal: rule(
    'agreements.refusal',
    'VCLT Art. 40(4); the amendment’s own clause',
    'A refusal is withdrawn by the one that made it, while it stands.',
  ),
  inForce: rule(
    'agreements.in-force-first',
    'VCLT Arts. 54, 57, 72',
    'Only what is in force is suspended or terminated.',
  ),
  ended: rule(
    'agreements.lasts',
    'VCLT Art. 70(1)',
    'Nobody joins, leaves or changes an agreement that has ended.',
  ),
  suspends: rule(
    'agreements.suspends',
    'VCLT Arts. 57, 58, 60, 65',
    'Between all it is suspended as its custodian records; a party suspends it for itself only.',
  ),
  resumes: rule(
    'agreements.resumes',
    'VCLT Art. 72',
    'What is resumed was suspended, and still is.',
  ),
  territory: rule(
    'agreements.territory',
    'VCLT Art. 29',
    'A party, or one that has consented, says where the agreement applies; what is so is not said.',
  ),
} as const;
