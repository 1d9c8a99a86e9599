/** Questions on what one actor, or two together, are bound by. */
import { z } from "zod";
import { ActorId } from "../../../kernel/actor-id.ts";
import { type Asked, defineQuestion } from "../../../kernel/define-area.ts";
import { KINDS, SECTORS } from "../payloads.ts";
import { type Known, allChronicles } from "../chronicles.ts";
import { type Status, agreementStateOn, statusOn } from "../rules/status.ts";
import { Day, StandingText, StateText } from "./shapes.ts";

const Standing = z.object({
	agreement: z.string(),
	title: z.string(),
	kind: z.enum(KINDS),
	sectors: z.array(z.enum(SECTORS)),
	state: StateText,
	standing: StandingText,
	since: Day,
	signedOn: Day,
	instrument: z.string().nullable(),
	depositedOn: Day,
	effectiveOn: Day,
	act: z.string().nullable(),
});

function standingOf(
	found: Status,
	known: Known,
	asked: Asked,
): z.output<typeof Standing> {
	const { adoption, agreement } = known.chronicle.history;
	return {
		agreement,
		title: adoption.title.en,
		kind: adoption.kind,
		sectors: adoption.sectors,
		state: agreementStateOn(known.chronicle, asked.asOf),
		standing: found.standing,
		since: found.since,
		signedOn: found.signature?.on ?? null,
		instrument: found.consent?.event.instrument ?? null,
		depositedOn: found.consent?.on ?? null,
		effectiveOn: found.effect?.on ?? null,
		act: (found.consent?.event ?? found.signature)?.act ?? null,
	};
}

const readStatus = (actor: string, known: Known, asked: Asked): Status =>
	statusOn(actor, asked.asOf, known.chronicle, known.dossiers);

export const ofActor = defineQuestion({
	name: "agreements.of-actor",
	title: "What is this actor bound by, since when?",
	input: z.strictObject({ actor: ActorId, sector: z.enum(SECTORS).optional() }),
	output: z.object({ rows: z.array(Standing) }),
	example: { actor: "KEN" },
	async answer(asked, input) {
		const rows = (await allChronicles(asked))
			.map((known) => ({ known, found: readStatus(input.actor, known, asked) }))
			.filter(({ found }) => found.standing !== "none")
			.map(({ known, found }) => standingOf(found, known, asked));
		const { sector } = input;
		return {
			rows: rows.filter(
				(row) => sector === undefined || row.sectors.includes(sector),
			),
		};
	},
});

const Shared = z.object({
	agreement: z.string(),
	title: z.string(),
	sectors: z.array(z.enum(SECTORS)),
	/** The first day on which both were bound without a break since. */
	since: Day,
	oneSince: Day,
	otherSince: Day,
});

export const between = defineQuestion({
	name: "agreements.between",
	title: "Which agreements bind these two to each other?",
	input: z.strictObject({ one: ActorId, other: ActorId }),
	output: z.object({ rows: z.array(Shared) }),
	example: { one: "KEN", other: "NOR" },
	async answer(asked, input) {
		const rows = (await allChronicles(asked)).flatMap((known) => {
			const one = readStatus(input.one, known, asked);
			const other = readStatus(input.other, known, asked);
			if (one.standing !== "party" || other.standing !== "party") return [];
			const { adoption, agreement } = known.chronicle.history;
			const since =
				(one.since ?? "") > (other.since ?? "") ? one.since : other.since;
			const { sectors, title } = adoption;
			const days = { since, oneSince: one.since, otherSince: other.since };
			return [{ agreement, title: title.en, sectors, ...days }];
		});
		return { rows };
	},
});
