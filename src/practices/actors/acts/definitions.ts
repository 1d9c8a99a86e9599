/** The acts of the registry of actors and the rows that follow from each. */
import { defineAct } from '../../../kernel/define-area.ts';
import { put } from '../../../kernel/table.ts';
import {
  actorTable,
  attributeTable,
  correctionTable,
  membershipTable,
  nameTable,
  officeTable,
  successionTable,
} from '../tables.ts';
import {
  CorrectPayload,
  EnterPayload,
  JoinPayload,
  LeavePayload,
  MeasurePayload,
  NamePayload,
  OfficePayload,
  SucceedPayload,
} from './payloads.ts';
import {
  actorRow,
  attributeRow,
  correctionRow,
  entryOf,
  joinRow,
  leaveRow,
  nameRow,
  officeRow,
  successionRow,
} from './rows.ts';

/** The register in which all actors are kept. */
export const REGISTRY = 'actors/registry';

export const enter = defineAct({
  type: 'actors.enter',
  title: 'Enter an actor into the registry',
  payload: EnterPayload,
  example: {
    id: 'FRA',
    kind: 'state',
    names: { en: 'France', fr: 'France' },
    officialName: 'French Republic',
    region: 'Europe',
    numericCode: '250',
    treatyCapacity: true,
    regionalIntegration: false,
  },
  apply: (act) => [put(actorTable, actorRow(entryOf(act), act.payload))],
});

export const name = defineAct({
  type: 'actors.name',
  title: 'Record another name of an actor',
  payload: NamePayload,
  example: { id: 'LKA', name: 'Ceylon', to: '1972-05-22' },
  apply: (act) => [put(nameTable, nameRow(entryOf(act), act.payload))],
});

export const succeed = defineAct({
  type: 'actors.succeed',
  title: 'Record that one actor succeeds another',
  payload: SucceedPayload,
  example: { predecessor: 'CSK', successor: 'CZE', on: '1993-01-01', kind: 'dissolution' },
  apply: (act) => [put(successionTable, successionRow(entryOf(act), act.payload))],
});

export const join = defineAct({
  type: 'actors.join',
  title: 'Join a group or an organisation',
  payload: JoinPayload,
  example: { group: 'un', member: 'CHE', from: '2002-09-10', status: 'member' },
  apply: (act) => [put(membershipTable, joinRow(entryOf(act), act.payload))],
});

export const leave = defineAct({
  type: 'actors.leave',
  title: 'Leave a group or an organisation',
  payload: LeavePayload,
  example: { group: 'eu', member: 'GBR', on: '2020-02-01', status: 'member' },
  apply: (act) => [put(membershipTable, leaveRow(entryOf(act), act.payload))],
});

export const measure = defineAct({
  type: 'actors.measure',
  title: 'Record a dated figure for an actor',
  payload: MeasurePayload,
  example: {
    actor: 'LBR',
    attribute: 'gross-tonnage',
    value: '157000000',
    unit: 'gross tons',
    from: '2017-01-01',
    to: null,
  },
  apply: (act) => [put(attributeTable, attributeRow(entryOf(act), act.payload))],
});

export const holdOffice = defineAct({
  type: 'actors.hold-office',
  title: 'Record an office of an actor',
  payload: OfficePayload,
  example: {
    id: 'un-secretary-general',
    actor: 'un',
    title: 'Secretary-General of the United Nations',
    role: 'secretary-general',
    exemptFromFullPowers: false,
  },
  apply: (act) => [put(officeTable, officeRow(entryOf(act), act.payload))],
});

export const correct = defineAct({
  type: 'actors.correct',
  title: 'Correct or void an act of the registry',
  payload: CorrectPayload,
  example: { act: 'a'.repeat(64), void: true, reason: 'Recorded for the wrong group.' },
  apply: (act) => [put(correctionTable, correctionRow(entryOf(act), act.payload))],
});

export const actorActs = [enter, name, succeed, join, leave, measure, holdOffice, correct] as const;
