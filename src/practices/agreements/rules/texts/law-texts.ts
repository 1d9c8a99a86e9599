/** The rules by which texts and their changes are admitted, each with its law. */
import { rule } from '../../../../kernel/law.ts';

export const TEXT_RULES = {
  structure: rule(
    'agreements.text-structure',
    'OASIS Akoma Ntoso Naming Convention 1.0, section 5; Concord agreements, "Texts"',
    'A text is provisions in order, each with an address of its own, parts after their wholes.',
  ),
  fixed: rule(
    'agreements.text-fixed',
    'VCLT Arts. 10, 79',
    'Adoption fixes the text; afterwards an error in it is corrected, and nothing is replaced.',
  ),
  authentic: rule(
    'agreements.text-authentic',
    'VCLT Art. 33(1), (2)',
    'A text is authentic in the languages that were agreed; in others it is a translation.',
  ),
  negotiating: rule(
    'agreements.text-negotiating',
    'VCLT Arts. 2(1)(e), 9(1)',
    'A draft is put down by one who negotiates it, or by whoever keeps its register.',
  ),
  amends: rule(
    'agreements.text-amends',
    'VCLT Arts. 39, 40',
    'Changes of a text stand under an agreement that amends another.',
  ),
  provision: rule(
    'agreements.text-provision',
    'VCLT Art. 39; Concord agreements, "Texts"',
    'What is changed or repealed is there, and what is inserted fits where it is put.',
  ),
} as const;
