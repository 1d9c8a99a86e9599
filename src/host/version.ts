/** Which version of the program this is, as `package.json` says. */
export const PROGRAM_VERSION = '0.1.0';
