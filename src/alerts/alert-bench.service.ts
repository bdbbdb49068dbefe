import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { LoggedEvent } from '../events/event-log.service.js';
import type { EventType } from '../events/event-types.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { lotsOf, sql } from '../platform/database/sql.js';
import { AlertFacts, type RumorFacts } from './alert-facts.service.js';
import { AlertFirings, type Telling } from './alert-firings.service.js';
import { AlertState, type Alert, type AlertKind } from './alert.entity.js';
import { readCooldown } from './cooldown.js';
import { judge, type Mark, type Standing, type Weighing } from './judging.js';

const EVENT_OF: Readonly<Record<AlertKind, EventType>> = {
  crosses: 'rumor.confidence_changed',
  moves: 'rumor.confidence_changed',
  resolves: 'rumor.resolved',
  statement: 'statement.recorded',
  new_rumor: 'rumor.created',
};

/** How many rumors are looked at again in one act. */
const LOOKED_AT_ONCE = 1000;

/** Whether a number has gone over the mark of a rule (`a`) from where it stood (`s`), by what is believed now (`m`). */
const HAS_GONE = sql`((a.kind = 'crosses' and s.side = 'below' and m.firm_probability >= a.threshold)
  or (a.kind = 'crosses' and s.side = 'above' and m.firm_probability < a.threshold - a.hysteresis)
  or (a.kind = 'moves' and abs(m.firm_probability - s.value) >= a.threshold))`;

/** Looks at what has happened with the eyes of each rule, and notes how each stands. */
@Injectable()
export class AlertBench {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly facts: AlertFacts,
    private readonly firings: AlertFirings,
  ) {}

  /** Gives the alerts that follow from events, in their order. */
  async hear(events: readonly LoggedEvent[], rules: readonly Alert[]): Promise<void> {
    const heard = events.flatMap((event) =>
      rules.filter((rule) => hears(rule, event)).map((rule) => ({ event, rule })),
    );
    const rumors = await this.facts.rumors(heard.flatMap(({ event }) => rumorsOf(event)));
    const standings = await this.standingsOf(rumors.keys());
    const tellings = heard.flatMap(({ event, rule }) => {
      const rumor = rumorsOf(event)
        .flatMap((id) => rumors.get(id) ?? [])
        .find((each) => isOf(rule, each));
      return rumor ? (standings.tell(rule, rumor, event) ?? []) : [];
    });
    await this.close(standings, tellings);
  }

  /** Whether a rule was silent about something that it may tell of now. */
  async hasWaiting(): Promise<boolean> {
    return (await this.gone(false, 1)).length > 0;
  }

  /**
   * Gives the alerts that were held back, or, after a refresh, those of numbers that have crept over a mark. What is more
   * than can be looked at in one act is found after the next refresh.
   */
  async lookAgain(rules: readonly Alert[], isAfterRefresh: boolean): Promise<void> {
    const gone = await this.gone(isAfterRefresh, LOOKED_AT_ONCE);
    const rumors = await this.facts.rumors(gone.map(({ rumor_id: id }) => id));
    const at = this.clock.now();
    await this.database.unseen((rows) =>
      execute(rows, sql`update alert_states set look_again_at = null where look_again_at <= ${at}`),
    );
    const standings = await this.standingsOf(rumors.keys());
    const tellings = gone.flatMap(({ alert_id: alertId, rumor_id: rumorId }) => {
      const [rule, rumor] = [rules.find(({ id }) => id === alertId), rumors.get(rumorId)];
      if (!rule || !rumor || rumor.firm === null || !isOf(rule, rumor)) return [];
      const weighing = { previous: null, current: rumor.firm, origins: rumor.origins, at };
      return standings.weigh(rule, rumor, weighing, {}) ?? [];
    });
    await this.close(standings, tellings);
  }

  private gone(isAfterRefresh: boolean, most: number): Promise<{ alert_id: string; rumor_id: string }[]> {
    const due = isAfterRefresh ? sql`1 = 1` : sql`s.look_again_at <= ${this.clock.now()}`;
    const { text, values } = sql`select s.alert_id, s.rumor_id from alert_states s join alerts a on a.id = s.alert_id
      join rumors m on m.id = s.rumor_id where a.enabled and ${due} and ${HAS_GONE} order by s.alert_id, s.rumor_id
      limit ${most}`;
    return this.database.read(text, values);
  }

  private async standingsOf(rumorIds: Iterable<string>): Promise<Standings> {
    const states: AlertState[] = [];
    for (const lot of lotsOf([...rumorIds])) {
      states.push(...(await this.database.rows.findBy(AlertState, { rumorId: In(lot) })));
    }
    return new Standings(states);
  }

  private async close(standings: Standings, tellings: readonly Telling[]): Promise<void> {
    await this.database.unseen(async (rows) => {
      for (const lot of lotsOf(standings.changed)) await rows.upsert(AlertState, lot, ['alertId', 'rumorId']);
      if (tellings.length > 0) await this.firings.give(tellings);
    });
  }
}

/** How the rules stand with some rumors, while it is looked at what happened to these. */
class Standings {
  private readonly states = new Map<string, AlertState>();
  private readonly news = new Map<string, AlertState>();

  constructor(states: readonly AlertState[]) {
    for (const state of states) this.states.set(`${state.alertId} ${state.rumorId}`, state);
  }

  get changed(): AlertState[] {
    return [...this.news.values()];
  }

  /** What a rule tells of an event about a rumor. */
  tell(rule: Alert, rumor: RumorFacts, event: LoggedEvent): Telling | undefined {
    const { data, at, subject } = event;
    const { previous_firm: previous, firm } = data;
    if (rule.threshold === null) {
      const current = rule.kind === 'new_rumor' ? rumor.firm : null;
      return { alert: rule, rumor, previous: null, current, cause: causeOf(event), data };
    }
    if (typeof firm !== 'number' || subject !== rumor.id) return undefined;
    const from = typeof previous === 'number' ? previous : null;
    return this.weigh(rule, rumor, { previous: from, current: firm, origins: rumor.origins, at }, data);
  }

  /** What a rule tells of a number. */
  weigh(rule: Alert, rumor: RumorFacts, weighing: Weighing, data: Telling['data']): Telling | undefined {
    const mark = markOf(rule);
    if (!mark) return undefined;
    const key = `${rule.id} ${rumor.id}`;
    const known = this.states.get(key) ?? null;
    const { standing, told } = judge(mark, known, weighing);
    if (!known || !isSame(known, standing)) {
      const next = { alertId: rule.id, rumorId: rumor.id, ...standing };
      this.states.set(key, next);
      this.news.set(key, next);
    }
    const cause = Array.isArray(data['cause']) ? (data['cause'] as string[]) : [];
    return told && { alert: rule, rumor, previous: told.previous, current: weighing.current, cause, data };
  }
}

const isSame = (one: Standing, other: Standing): boolean =>
  one.side === other.side &&
  one.value === other.value &&
  one.firedAt === other.firedAt &&
  one.lookAgainAt === other.lookAgainAt;

const hears = (rule: Alert, event: LoggedEvent): boolean =>
  event.type === EVENT_OF[rule.kind] && event.sequence > rule.fromSequence;

const rumorsOf = ({ places }: LoggedEvent): string[] => places.flatMap(({ rumor_id: id }) => id ?? []);

const isOf = ({ deviceId, companyId, subject }: Alert, rumor: RumorFacts): boolean =>
  (deviceId === null || deviceId === rumor.deviceId) &&
  (companyId === null || companyId === rumor.companyId) &&
  (subject === null || subject === rumor.subject);

/** What caused an event that is no move: the statement itself, or what a verdict rests on. */
const causeOf = ({ type, subject, data }: LoggedEvent): string[] =>
  type === 'statement.recorded'
    ? [subject]
    : [data['evidence_id'], data['statement_id']].filter((id) => typeof id === 'string');

function markOf({ kind, threshold, hysteresis, minOrigins, cooldown }: Alert): Mark | null {
  if ((kind !== 'crosses' && kind !== 'moves') || threshold === null) return null;
  return { kind, threshold, hysteresis, minOrigins, cooldownMs: readCooldown(cooldown) ?? 0 };
}
