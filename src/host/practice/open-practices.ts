/** The room of practices: nothing of it works before somebody asks for one. */
import type { Assets } from '../assets.ts';
import type { Config } from '../config.ts';
import type { House } from '../house.ts';
import type { Log } from '../log.ts';
import type { Server } from './database.ts';
import { Door } from './door.ts';
import { PracticeServer } from './practice-server.ts';
import { Practices } from './practices.ts';

export interface PracticesOpened {
  /** What the node's own application is given. */
  readonly parts: { readonly practices?: Door };
  /** To be called when the node listens on its port. */
  begin(port: number): Promise<void>;
  close(): Promise<void>;
}

interface Given {
  readonly config: Config;
  readonly house: House;
  readonly dataFolder: string;
  readonly server: Server;
  readonly assets: Assets;
  readonly log: Log;
  /** Where readers reach the node itself. */
  readonly home: () => string;
}

/** Opens the room; where the operator wants none, there is none. */
export function openPractices(given: Given): PracticesOpened {
  const { assets, config, dataFolder, home, house, log, server } = given;
  if (!config.practises) {
    return { parts: {}, begin: async () => undefined, close: async () => undefined };
  }
  const own = { port: config.port };
  const reached = new PracticeServer({ config, port: () => own.port, home });
  const beside = { config, house, assets, log, home, address: () => reached.address() };
  const practices = new Practices({ server, dataFolder, beside });
  reached.serve(practices);
  return {
    parts: { practices: new Door(practices, reached, config) },
    async begin(port) {
      own.port = port;
      await reached.begin();
      await practices.watchWhatIsLeft();
    },
    async close() {
      await reached.stop();
      await practices.close();
    },
  };
}
