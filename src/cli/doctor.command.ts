import { diagnose } from '../upkeep/doctor.js';
import type { Context } from './context.js';
import { EXIT } from './exit-codes.js';
import { table } from './table.js';
import { count } from './wording.js';

const SETTINGS = [{ heading: 'Setting' }, { heading: 'Value' }, { heading: 'From' }];

/** Says how all is that Hearsay needs, and what to do; the exit code is that of a failure where something fails. */
export async function doctor({ screen }: Context): Promise<number> {
  const { settings, checks } = await diagnose();
  const [failing, doubtful] = (['fail', 'warn'] as const).map((level) => checks.filter((one) => one.level === level));
  const isWell = failing!.length === 0;
  screen.answer({ ok: isWell, checks, settings }, () => [
    ...table(
      SETTINGS,
      settings.map(({ variable, value, origin }) => [variable, value, origin]),
    ),
    '',
    ...checks.flatMap(({ name, level, detail, advice }) => [
      `${level.padEnd(4)}  ${name.padEnd(13)}  ${detail}`,
      ...(advice === null ? [] : [`${''.padEnd(21)}→ ${advice}`]),
    ]),
  ]);
  screen.note(`${count(failing!.length, 'failure')}, ${count(doubtful!.length, 'warning')}.`);
  return isWell ? EXIT.ok : EXIT.failed;
}
