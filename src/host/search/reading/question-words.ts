/** Words of questions themselves, in six languages: what is asked, and never a name. */
import { fold } from '../fold.ts';

/** What a question wants to know, by the beginnings of words that say so. */
const ASKED = {
  votes:
    'vote voted votes voting votent vote votan votaron votar голос проголос 投票 表决 صوت يصوت ' +
    'تصوت تصويت التصويت',
  memberships:
    'member members membership belong belongs groups organisations organizations bloc membre ' +
    'membres appartien groupes organisations miembro miembros pertenec grupos organizaciones ' +
    'член члены членом членами членов состоит входит групп организаци 成员 组织 集团 عضو اعضاء عضوي ' +
    'العضوي منظمات المنظمات مجموعات تنتمي',
  decides:
    'decide decides decided majority veto quorum decide decisions majorite decisiones mayoria ' +
    'решает решения большинств принимает 决定 多数 表决 قرارات اغلبي تتخذ يتخذ يقرر تقرر',
  binds:
    'bind binds bound binding treaties agreements common lie lient liee engag engagent ' +
    'vinculan vincula obliga obligan lie lies связыва связан обязыва договор 约束 共同 条约 يلزم ' +
    'تلزم يربط تربط المعاهدات اتفاق',
} as const;
export type Wanted = keyof typeof ASKED;

/** Words that questions are made of and that are the code or initials of something, too. */
const COMMON = new Set(
  (
    'who what when why how can are is was were has have had does did do not yet its it may ' +
    'per for all any and or nor but with from than that this which where their they will ' +
    'would there here between each other alike often part parts common force entered enter ' +
    'into still party parties country countries state states many much so if be been being by ' +
    'as at up out about tell me un une qui que quoi quand pourquoi comment est sont pas ne se ' +
    'ce cet cette entre avec dans par ont oui non vigueur quel quelle quels quelles combien ' +
    'ils elle elles fois souvent quien que cuando como esta estan son han hay sus una sin por ' +
    'con entre vigor cual cuales cuantos veces что кто как ли не это эти как часто между ' +
    'собой друг друга сколько какие какая когда почему где есть силу силе вступил вступила ما ' +
    'هل كم من متى لماذا كيف بين هو هي قد لا لم مع هذا هذه التي الذي اي ساري النفاذ سارية'
  ).split(' '),
);

const beginnings = new Map(
  (Object.entries(ASKED) as [Wanted, string][]) // The keys of an object literal are its kinds.
    .map(([wanted, words]) => [wanted, words.split(' ')]),
);

/** Shorter ones are words of their own, and not the beginnings of others. */
const BEGINNING_MIN = 5;
const HAN = /\p{Script=Han}/u;

/** What the question wants to know, where its words say so. */
export function wantedBy(question: string): ReadonlySet<Wanted> {
  const folded = fold(question);
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = [...beginnings].filter(([, given]) =>
    given.some((one) => {
      if (HAN.test(one)) return folded.includes(one);
      const sought = fold(one);
      return words.some((word) => word.startsWith(sought));
    }),
  );
  return new Set(found.map(([wanted]) => wanted));
}

/** Whether a folded word is one that questions are made of. */
export function isOfQuestions(word: string): boolean {
  if (COMMON.has(word)) return true;
  return [...beginnings.values()].some((given) =>
    given.some((one) => (one.length < BEGINNING_MIN ? one === word : word.startsWith(one))),
  );
}
