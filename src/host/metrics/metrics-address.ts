/** Where `/metrics` is answered: a port of its own, on loopback where nothing is asked for. */

export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

const FORM = /^(?:(?<host>[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):)?(?<port>\d{1,5})$/;
const PORT_MAX = 65_535;
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|::1)$/;

/** Reads `PORT` or `HOST:PORT`; null where it is neither. */
export function readMetricsAddress(text: string): MetricsAddress | null {
  const { host = '127.0.0.1', port = '' } = FORM.exec(text)?.groups ?? {};
  if (port === '' || Number(port) > PORT_MAX) return null;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** Whether nobody outside of the machine reaches it. */
export const isLoopback = ({ host }: MetricsAddress): boolean => LOOPBACK.test(host);
