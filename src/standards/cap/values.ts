/** What single elements hold, read and written: points, circles, names of alerts, addresses. */
import type { CapCircle, CapNamedValue, CapPoint, CapReference } from './alert.ts';

const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/;

export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** The pieces between spaces. */
export const piecesOf = (text: string): string[] =>
  text.split(/[ \t\r\n]+/).filter((piece) => piece !== '');

/** A pair of degrees, or what is wrong with it. CAP 1.2, 3.3.1. */
export function readPoint(text: string): CapPoint | string {
  const parts = text.split(',');
  const [latitude = '', longitude = ''] = parts;
  if (parts.length !== 2 || !isDecimal(latitude) || !isDecimal(longitude)) {
    return `“${text.slice(0, 40)}” is no pair of degrees`;
  }
  if (Math.abs(Number(latitude)) > 90) return `${latitude} is no latitude`;
  return Math.abs(Number(longitude)) > 180
    ? `${longitude} is no longitude`
    : { latitude, longitude };
}

const isSame = (one: CapPoint, other: CapPoint): boolean =>
  Number(one.latitude) === Number(other.latitude) &&
  Number(one.longitude) === Number(other.longitude);

/** At least four points, of which the last is the first again. CAP 1.2, 3.2.4, polygon. */
export function readPolygon(text: string): CapPoint[] | string {
  const points: CapPoint[] = [];
  for (const piece of piecesOf(text)) {
    const point = readPoint(piece);
    if (typeof point === 'string') return point;
    points.push(point);
  }
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 4) {
    return `it has ${points.length} points, and needs four`;
  }
  return isSame(first, last) ? points : 'it does not end where it began';
}

/** A point and kilometres about it. CAP 1.2, 3.2.4, circle. */
export function readCircle(text: string): CapCircle | string {
  const pieces = piecesOf(text);
  const [centre = '', radiusKm = ''] = pieces;
  if (pieces.length !== 2) return 'it is not a point and a radius';
  const point = readPoint(centre);
  if (typeof point === 'string') return point;
  return isDecimal(radiusKm) && Number(radiusKm) >= 0
    ? { ...point, radiusKm }
    : `“${radiusKm.slice(0, 40)}” is no radius`;
}

/** `sender,identifier,sent`. CAP 1.2, 3.2.1, references. */
export function readReference(text: string): CapReference | string {
  const parts = text.split(',');
  const [sender = '', identifier = '', sent = ''] = parts;
  return parts.length === 3 && sender !== '' && identifier !== '' && sent !== ''
    ? { sender, identifier, sent }
    : `“${text.slice(0, 80)}” is not of the form sender,identifier,sent`;
}

/** Each between spaces, or in quotation marks where it has some. CAP 1.2, 3.2.1, addresses. */
export function readAddresses(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|[^ \t\r\n"]+/g)]
    .map((found) => found[1] ?? found[0])
    .filter((one) => one !== '');
}

export const writeAddresses = (addresses: readonly string[]): string =>
  addresses.map((one) => (/[ \t\r\n]/.test(one) ? `"${one}"` : one)).join(' ');

/** `SAME=CAE`, as CAP 1.0 writes it; without a sign of equality the name is empty. */
export function readEquation(text: string): CapNamedValue {
  const at = text.indexOf('=');
  return { valueName: text.slice(0, Math.max(at, 0)), value: text.slice(at + 1) };
}

export const writePoint = ({ latitude, longitude }: CapPoint): string => `${latitude},${longitude}`;
