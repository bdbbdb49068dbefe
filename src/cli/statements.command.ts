import { OPERATOR } from '../access/actor.js';
import { Assessor } from '../assessments/assessor.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import { Moments } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { checked } from '../platform/validation.js';
import { StatementBoard } from '../statements/statement-board.service.js';
import { VerifyStatementDto } from '../statements/statement.dto.js';
import { viewStatement } from '../statements/statement.view.js';
import { Verifications } from '../statements/verifications.service.js';
import type { Context } from './context.js';
import { statementLines } from './devices.command.js';
import { effectLines, viewEffects } from './effects.js';

/** What `hearsay statements` is told. */
export interface StatementOptions {
  readonly device?: string;
  readonly asOf?: number;
}

/** What `hearsay statements verify` is told. */
export interface VerifyOptions {
  readonly reason: string;
  readonly url?: string;
}

/** Lists what named speakers said, the oldest first. */
export async function listStatements(options: StatementOptions, context: Context): Promise<void> {
  const { device, asOf } = options;
  const [moments, devices] = [await context.get(Moments), await context.get(DeviceBoard)];
  const board = await context.get(StatementBoard);
  const rows = await moments.read(asOf, async (moment) => {
    const deviceId = device === undefined ? undefined : (await devices.get(device, moment)).id;
    return board.list({ deviceId }, moment);
  });
  const statements = rows.map(viewStatement);
  context.screen.answer({ data: statements }, () =>
    statements.flatMap((statement) => statementLines(statement, context.screen)),
  );
  if (statements.length === 0) context.screen.note('No statement is recorded.');
}

/** Declares a statement to be the speaker's own words, and shows what that does. */
export async function verifyStatement(id: string, options: VerifyOptions, context: Context): Promise<void> {
  const act = checked(VerifyStatementDto, options);
  const [database, verifications] = [await context.get(Database), await context.get(Verifications)];
  const assessor = await context.get(Assessor);
  const effects = await database.transaction(async () => {
    const rumorIds = await verifications.verify(id, act, OPERATOR);
    return assessor.assessRumors(rumorIds);
  });
  const statement = viewStatement(await (await context.get(StatementBoard)).get(id));
  const moved = await effectLines(effects, context);
  context.screen.answer({ ...statement, effects: viewEffects(effects) }, () => [
    ...statementLines(statement, context.screen),
    ...moved,
  ]);
}
