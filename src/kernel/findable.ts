/** What a search finds: things by their names, as each area says of its own. */
import type { InstantText, PlainDateText } from './dates.ts';
import type { Asked, Titled } from './define-area.ts';

/** One thing that can be found, with the page that it leads to. */
export interface Findable {
  /** What kind of thing it is: `agreement`, `state`, `vote`. */
  readonly kind: string;
  /** By what its own area knows it. With the kind it is named nowhere else. */
  readonly id: string;
  readonly href: string;
  readonly title: Titled;
  /** Other names, each as good as the title: codes, short titles, symbols, former names. */
  readonly names?: readonly string[];
  /** Words that stand in it, by which it is found after what bears them as its name. */
  readonly words?: string;
  /** To what it belongs: the title of the agreement, the name of the body. */
  readonly within?: Titled;
  /** The first day on which it is there; absent: always. */
  readonly from?: PlainDateText;
  /** When it was recorded; absent: it is part of the node itself. */
  readonly recordedAt?: InstantText;
}

/** Things that are found together, since they change together. */
export interface Shelf {
  readonly name: string;
  /** Everything on it that the asker may see, whatever the day: row security stands between. */
  load(asked: Asked): Promise<readonly Findable[]>;
  /** Where things stand on the day asked for, by their ids: the last part of a text's key. */
  states?(asked: Asked, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
