/** `npm run config`: the settings that hold and where each comes from; `-- --sample`: a file. */
import { type SettingShown, readSettings } from './read-settings.ts';
import { sampleFile } from './setting-words.ts';

function lineOf({ name, value, secret, source, file }: SettingShown): string {
  if (source === 'unset') return `#${name}=`;
  return `${name}=${secret ? '(hidden)' : value}  # ${file ?? source}`;
}

try {
  const [option] = process.argv.slice(2);
  const lines = readSettings(process.env).shown.map(lineOf);
  process.stdout.write(option === '--sample' ? sampleFile() : `${lines.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
