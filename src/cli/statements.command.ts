import { OPERATOR } from '../access/actor.js';
import { Assessor } from '../assessments/assessor.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import { round } from '../devices/device.view.js';
import { Database } from '../platform/database/database.js';
import { checked } from '../platform/validation.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import { sayRumor } from '../rumors/rumor.view.js';
import { StatementBoard } from '../statements/statement-board.service.js';
import { VerifyStatementDto } from '../statements/statement.dto.js';
import { viewStatement } from '../statements/statement.view.js';
import { Verifications } from '../statements/verifications.service.js';
import type { Context } from './context.js';
import { statementLines } from './devices.command.js';
import { percent } from './wording.js';

/** Lists what named speakers said, the oldest first. */
export async function listStatements(options: { device?: string }, context: Context): Promise<void> {
  const { device } = options;
  const deviceId = device === undefined ? undefined : (await (await context.get(DeviceBoard)).get(device)).id;
  const statements = (await (await context.get(StatementBoard)).list({ deviceId })).map(viewStatement);
  context.screen.answer({ data: statements }, () =>
    statements.flatMap((statement) => statementLines(statement, context.screen)),
  );
  if (statements.length === 0) context.screen.note('No statement is recorded.');
}

/** Declares a statement to be the speaker's own words, and shows what that does. */
export async function verifyStatement(
  id: string,
  options: { reason: string; url?: string },
  context: Context,
): Promise<void> {
  const act = checked(VerifyStatementDto, options);
  const [database, verifications] = [await context.get(Database), await context.get(Verifications)];
  const assessor = await context.get(Assessor);
  const effects = await database.transaction(async () => {
    await verifications.verify(id, act, OPERATOR);
    return assessor.assessDue();
  });
  const statement = viewStatement(await (await context.get(StatementBoard)).get(id));
  const rumors = await (await context.get(RumorBoard)).list({ ids: effects.map((effect) => effect.rumorId) });
  const moved = effects.map(({ rumorId, before, after }) => ({
    rumor_id: rumorId,
    before: before === null ? null : round(before),
    after: round(after),
  }));
  context.screen.answer({ ...statement, effects: moved }, () => [
    ...statementLines(statement, context.screen),
    ...moved.map(({ rumor_id: rumorId, before, after }) => {
      const rumor = rumors.find((row) => row.id === rumorId);
      const from = before === null ? '–' : percent(before);
      return `  ${rumor ? `${rumor.device_name}: ${sayRumor(rumor)}` : rumorId}  ${from} → ${percent(after)}`;
    }),
  ]);
}
