/** Facts on actors, from the practice that keeps them, as these rules ask for them. */
import type { InstantText } from "../../kernel/dates.ts";
import {
	FORGETFUL,
	type Memory,
	type MemoryKind,
	type Query,
} from "../../kernel/define-area.ts";
import { type ActorFacts, loadActorFacts } from "../actors/area.ts";
import { classesOf } from "./class-reading.ts";
import type { Condition, FinalClauses } from "./clauses.ts";
import { groupsIn } from "./rules/classes.ts";
import { singlesOf } from "./rules/conditions.ts";
import type { Facts } from "./rules/facts.ts";
