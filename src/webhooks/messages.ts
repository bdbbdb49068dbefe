import { figureOf, wordOf } from '../engine/confidence/index.js';
import type { EventAnswer } from '../events/event.answer.js';
import { sayRumor } from '../rumors/rumor.view.js';
import type { WebhookFormat } from './webhook.entity.js';

/** The most bytes of a message. */
export const MOST_BYTES = 20_000;

/** The rumor that an event is about, as it is said. */
export interface ToldRumor {
  readonly id: string;
  readonly device: string;
  readonly subject: string;
  readonly value: string;
  readonly region: string | null;
  readonly variant: string | null;
}

/** An event for a receiver: what it is about, and where this server is reached (null: nobody said). */
export interface Told {
  readonly event: EventAnswer;
  readonly rumor: ToldRumor | null;
  readonly publicUrl: string | null;
}

/** The bytes that a receiver gets, in the form that it asked for. */
export function messageOf(format: WebhookFormat, told: Told): string {
  if (format === 'standard') return standard(told.event);
  const text = sentenceOf(told);
  const link = linkOf(told);
  return JSON.stringify(CHATS[format](text, link));
}

/** An event as it is in the log; one that is too large without its data, which is read at `/v1/events`. */
function standard(event: EventAnswer): string {
  const body = JSON.stringify(event);
  return Buffer.byteLength(body) <= MOST_BYTES ? body : JSON.stringify({ ...event, data: { truncated: true } });
}

/** `Orchard Vision Air: Costs $499: 57 → 61 % likely (+4 pp)` */
function sentenceOf({ event, rumor }: Told): string {
  if (event.type === 'alert.fired') return alertIn(event.data as AlertTold);
  const about = rumor ? `${rumor.device}: ${sayRumor(rumor)}` : event.subject;
  const happened = happenedIn(event);
  return rumor ? `${about}: ${happened}` : `${happened} (${about})`;
}

interface AlertTold {
  readonly device_name: string;
  readonly claim: string;
  readonly reason: string;
}

const alertIn = ({ device_name: device, claim, reason }: AlertTold): string => `${device}: ${claim}. ${reason}`;

function happenedIn({ type, data }: EventAnswer): string {
  const told = data as Readonly<Record<string, unknown>>;
  if (type === 'rumor.confidence_changed' && typeof told['current'] === 'number') {
    return moved(typeof told['previous'] === 'number' ? told['previous'] : null, told['current']);
  }
  const detail = told['outcome'] ?? told['speaker'] ?? told['name'];
  const what = type.replaceAll(/[._]/g, ' ');
  return typeof detail === 'string' ? `${what}: ${detail}` : what;
}

function moved(previous: number | null, current: number): string {
  const now = `${figureOf(current)} % ${wordOf(current)}`;
  if (previous === null) return `weighed for the first time, ${now}`;
  const points = Math.round((current - previous) * 100);
  return `${figureOf(previous)} → ${now} (${points < 0 ? '−' : '+'}${Math.abs(points)} pp)`;
}

function linkOf({ event, rumor, publicUrl }: Told): string | null {
  const id = rumor?.id ?? (event.data as Readonly<Record<string, unknown>>)['rumor_id'];
  return publicUrl !== null && typeof id === 'string' ? `${publicUrl}/rumors/${id}` : publicUrl;
}

/** Chats read marks in what they are sent: what stands in a rumor is text, and mentions nobody. */
const CHATS: Readonly<Record<Exclude<WebhookFormat, 'standard'>, (text: string, link: string | null) => object>> = {
  slack: (text, link) => ({ text: link === null ? inSlack(text) : `${inSlack(text)}\n<${link}|Why?>` }),
  discord: (text, link) => ({
    content: [inMarkdown(text).slice(0, 1800), link].filter((each) => each !== null).join('\n'),
    allowed_mentions: { parse: [] },
  }),
  teams: (text, link) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [{ type: 'TextBlock', text: inMarkdown(text), wrap: true }],
          ...(link !== null && { actions: [{ type: 'Action.OpenUrl', title: 'Why?', url: link }] }),
        },
      },
    ],
  }),
};

const inSlack = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inMarkdown = (text: string): string => text.replaceAll(/[\\`*_[\]()~|<>#@]/g, (mark) => `\\${mark}`);
