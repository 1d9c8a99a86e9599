/** Questions as strangers type them, and what each asks for first. No network, no database. */
import { describe, expect, it } from 'vitest';
import { planFor } from './answers/plan.ts';
import { readQuestion } from './reading/read-question.ts';
import { worldShelves } from './test-shelves.ts';

const shelves = await worldShelves();
const asked = { asOf: '2026-11-22', knownAt: null };

/** `votes IND BRA`, and the day where one is named; empty where nothing is answered. */
function firstOf(question: string): string {
  const { things, wanted, on } = readQuestion(question, shelves, asked);
  const [first] = planFor(things, wanted);
  if (first === undefined) return '';
  const words = [first.kind, ...first.things.map(({ id }) => id)];
  return [...words, ...(on === null ? [] : [on])].join(' ');
}

const CTBT = 'agreement comprehensive-test-ban-treaty';
const PARIS = 'agreement paris-agreement';
const PAIR = 'between KEN NOR';
const VOTES = 'votes IND BRA';

const QUESTIONS: Readonly<Record<string, readonly (readonly [question: string, first: string])[]>> =
  {
    English: [
      ['is the CTBT in force, and why not?', CTBT],
      ['Is the ctbt in force', CTBT],
      ['why is the comprehensive nuclear-test-ban treaty not in force?', CTBT],
      ['comprehensive nuclear test ban traety', CTBT],
      ['what is missing for the Comprehensive Nuclear-Test-Ban Treaty', CTBT],
      ['Paris Agreement', PARIS],
      ['when did the Paris Agreement enter into force?', PARIS],
      ['when did the paris agrement enter into force', PARIS],
      ['how many parties does the Paris Agreement have', PARIS],
      ['was the Paris Agreement in force on 4 October 2016?', `${PARIS} 2016-10-04`],
      ['was the Paris Agreement in force on October 5, 2016', `${PARIS} 2016-10-05`],
      ['Paris Agreement in 2015', `${PARIS} 2015-12-31`],
      ['what binds Kenya and Norway to each other?', PAIR],
      ['what binds kenya and norwey to each other', PAIR],
      ['Kenya Norway', PAIR],
      ['KEN NOR', PAIR],
      ['which treaties bind Kenya and Norway', PAIR],
      ['Kenya vs Norway', PAIR],
      ['how often do India and Brazil vote alike, and on what do they part?', VOTES],
      ['how often do india and brasil vote alike', VOTES],
      ['do India and Brazil vote together', VOTES],
      ['on what do India and Brazil vote differently?', VOTES],
      ['how did India and Brazil vote in 1999', `${VOTES} 1999-12-31`],
      ['is Norway a member of NATO?', 'membership NOR nato'],
      ['is norway in the European Union', 'membership NOR eu'],
      ['is Kenya a member of the African Union', 'membership KEN au'],
      ['what groups do Kenya and Norway both belong to', 'memberships KEN NOR'],
      ['is Kenya bound by the Paris Agreement?', 'standing KEN paris-agreement'],
      ['has the United States ratified the CRC?', 'standing USA convention-rights-child'],
      ['did Germany sign the Rome Statute', 'standing DEU rome-statute'],
      ['was Canada party to the Kyoto Protocol in 2012?', 'standing CAN kyoto-protocol 2012-12-31'],
      ['is Swizerland bound by the NPT', 'standing CHE non-proliferation-treaty'],
      ['what is Kenya bound by', 'actor KEN'],
      ['Côte d’Ivoire', 'actor CIV'],
      ['cote divoire', 'actor CIV'],
      ['how does the Security Council decide?', 'body un-security-council'],
      ['who are the members of the security council', 'body un-security-council'],
      ['how does the General Assembly vote', 'body un-general-assembly'],
      ['1988 Drugs Convention', 'agreement drug-trafficking-convention'],
      ['is the law of the sea convention in force', 'agreement law-of-the-sea-convention'],
      ['convention on the rights of the child', 'agreement convention-rights-child'],
      ['genocide convention', 'agreement genocide-convention'],
      ['who is bound by the genocide convention', 'agreement genocide-convention'],
      ['Is the INF Treaty still in force?', 'agreement inf-treaty'],
      ['UNCLOS', 'agreement law-of-the-sea-convention'],
      ['what can one do here', ''],
      ['who are you', ''],
      ['woman rights', ''],
      ['qqqq', ''],
      ['the', ''],
    ],
    French: [
      ['le CTBT est-il en vigueur, et pourquoi pas ?', CTBT],
      ['Le traité d’interdiction complète des essais nucléaires est-il en vigueur ?', CTBT],
      ['traite d interdiction complete des essais nucleaires', CTBT],
      [
        'pourquoi le traité d’interdiction complète des essais nucléaires n’est pas en vigueur',
        CTBT,
      ],
      ['l’Accord de Paris est-il en vigueur ?', PARIS],
      ['quand l’accord de paris est-il entré en vigueur', PARIS],
      ['Accord de Paris le 5 octobre 2016', `${PARIS} 2016-10-05`],
      ['qu’est-ce qui lie le Kenya et la Norvège ?', PAIR],
      ['quels traités lient le Kenya à la Norvège', PAIR],
      ['qu est-ce qui lie le kenya et la norvege', PAIR],
      ['combien de fois l’Inde et le Brésil votent-ils de même ?', VOTES],
      ['à quelle fréquence l’Inde et le Brésil votent-ils de même ?', VOTES],
      ['l inde et le bresil votent ils ensemble', VOTES],
      ['la Norvège est-elle membre de l’Union européenne ?', 'membership NOR eu'],
      ['l’Allemagne est-elle liée par le Statut de Rome ?', 'standing DEU rome-statute'],
      ['les États-Unis sont-ils parties au Protocole de Kyoto', 'standing USA kyoto-protocol'],
      ['le Canada était-il lié par le CPTPP en 2020', 'standing CAN cptpp 2020-12-31'],
      ['comment décide le Conseil de sécurité ?', 'body un-security-council'],
      ['Convention relative aux droits de l’enfant', 'agreement convention-rights-child'],
      ['par quoi la Suisse est-elle liée', 'actor CHE'],
    ],
    Spanish: [
      ['¿está en vigor el CTBT, y por qué no?', CTBT],
      ['¿Está en vigor el Tratado de Prohibición Completa de los Ensayos Nucleares?', CTBT],
      ['tratado de prohibicion completa de los ensayos nucleares', CTBT],
      ['¿por qué no está en vigor el CTBT?', CTBT],
      ['¿cuándo entró en vigor el Acuerdo de París?', PARIS],
      ['acuerdo de paris', PARIS],
      ['Acuerdo de París el 5 de octubre de 2016', `${PARIS} 2016-10-05`],
      ['¿qué vincula a Kenia y Noruega entre sí?', PAIR],
      ['¿qué tratados obligan a Kenia y a Noruega?', PAIR],
      ['que vincula a kenya y noruega', PAIR],
      ['¿con qué frecuencia votan igual la India y el Brasil, y en qué discrepan?', VOTES],
      ['¿votan igual India y Brasil?', VOTES],
      ['¿cuántas veces votaron igual Brasil e India?', 'votes BRA IND'],
      ['¿es Noruega miembro de la Unión Europea?', 'membership NOR eu'],
      ['¿está Alemania obligada por el Estatuto de Roma?', 'standing DEU rome-statute'],
      ['¿cómo decide el Consejo de Seguridad?', 'body un-security-council'],
      ['¿qué obliga a Kenia?', 'actor KEN'],
      ['Convención sobre los Derechos del Niño', 'agreement convention-rights-child'],
    ],
    Russian: [
      ['вступил ли в силу CTBT, и почему нет?', CTBT],
      ['Вступил ли в силу Договор о всеобъемлющем запрещении ядерных испытаний?', CTBT],
      ['почему договор о всеобъемлющем запрещении ядерных испытаний не в силе', CTBT],
      ['ДВЗЯИ', CTBT],
      ['вступил ли в силу ДВЗЯИ', CTBT],
      ['когда вступило в силу Парижское соглашение?', PARIS],
      ['Парижское соглашение 5 октября 2016 года', `${PARIS} 2016-10-05`],
      ['что связывает Кению и Норвегию?', PAIR],
      ['какие договоры связывают Кению с Норвегией', PAIR],
      ['Кения и Норвегия', PAIR],
      ['как часто Индия и Бразилия голосуют одинаково и в чём расходятся?', VOTES],
      ['голосуют ли Индия и Бразилия одинаково', VOTES],
      ['как голосовала Индия вместе с Бразилией в 1999 году', `${VOTES} 1999-12-31`],
      ['является ли Норвегия членом Европейского союза?', 'membership NOR eu'],
      ['связана ли Германия Римским статутом', 'standing DEU rome-statute'],
      ['как принимает решения Совет Безопасности?', 'body un-security-council'],
      ['чем связана Кения', 'actor KEN'],
      ['Конвенция о правах ребёнка', 'agreement convention-rights-child'],
    ],
    Chinese: [
      ['CTBT生效了吗，为什么没有？', CTBT],
      ['全面禁止核试验条约生效了吗？', CTBT],
      ['为什么全面禁止核试验条约没有生效', CTBT],
      ['巴黎协定什么时候生效的？', PARIS],
      ['2016年10月5日巴黎协定生效了吗', `${PARIS} 2016-10-05`],
      ['肯尼亚和挪威之间受哪些条约约束？', PAIR],
      ['肯尼亚与挪威', PAIR],
      ['什么条约约束肯尼亚和挪威', PAIR],
      ['印度和巴西投票相同的频率有多高，分歧在哪里？', VOTES],
      ['印度和巴西多久投票一致一次', VOTES],
      ['1999年印度和巴西的投票', `${VOTES} 1999-12-31`],
      ['挪威是欧洲联盟成员吗', 'membership NOR eu'],
      ['德国是否受罗马规约约束', 'standing DEU rome-statute'],
      ['安全理事会如何作出决定', 'body un-security-council'],
      ['肯尼亚受什么约束', 'actor KEN'],
      ['儿童权利公约', 'agreement convention-rights-child'],
    ],
    Arabic: [
      ['هل CTBT سارية، ولماذا لا؟', CTBT],
      ['هل معاهدة الحظر الشامل للتجارب النووية سارية؟', CTBT],
      ['لماذا لم يبدأ نفاذ معاهدة الحظر الشامل للتجارب النووية', CTBT],
      ['متى بدأ نفاذ اتفاق باريس؟', PARIS],
      ['اتفاق باريس في 5 أكتوبر 2016', `${PARIS} 2016-10-05`],
      ['اتفاق باريس ٢٠١٦', `${PARIS} 2016-12-31`],
      ['ما الذي يلزم كينيا والنرويج إحداهما تجاه الأخرى؟', PAIR],
      ['ما الذي يربط كينيا بالنرويج', PAIR],
      ['كينيا والنرويج', PAIR],
      ['كم مرة تصوت الهند والبرازيل على نحو واحد، وعلامَ تختلفان؟', VOTES],
      ['هل تصوّت الهند والبرازيل معاً', VOTES],
      ['هل النرويج عضو في الاتحاد الأوروبي؟', 'membership NOR eu'],
      ['كيف يتخذ مجلس الأمن قراراته؟', 'body un-security-council'],
      ['بماذا تلتزم كينيا', 'actor KEN'],
      ['اتفاقية حقوق الطفل', 'agreement convention-rights-child'],
    ],
  };

describe.each(Object.entries(QUESTIONS))('asked in %s', (_, questions) => {
  it.each(questions)('%s', (question, first) => {
    expect(firstOf(question)).toBe(first);
  });
});

describe('what is asked', () => {
  it('is many questions', () => {
    expect(Object.values(QUESTIONS).flat().length).toBeGreaterThanOrEqual(120);
  });
});
