/** Statuses of requests, kept for who made them for as long as someone may come back for one. */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export const STATUSES_MAX = 1000;
export const STATUS_HOURS = 24;

interface Kept {
  readonly person: string;
  readonly text: string;
}

export interface StatusKeeper {
  /** Keeps the status of a person’s request; `make` is given its id. */
  keep(person: string, make: (id: string) => string): Promise<string>;
  /** The status, or null where there is none of that person’s by the id. */
  find(person: string, id: string): Promise<string | null>;
}

/** A keeper in this process’s memory, where one process is all there is. */
export function createStatusKeeper(): StatusKeeper {
  const kept = new LRUCache<string, Kept>({ max: STATUSES_MAX, ttl: STATUS_HOURS * 3_600_000 });
  return {
    async keep(person, make) {
      const id = randomUUID();
      const text = make(id);
      kept.set(id, { person, text });
      return text;
    },
    async find(person, id) {
      const found = kept.get(id);
      return found?.person === person ? found.text : null;
    },
  };
}
