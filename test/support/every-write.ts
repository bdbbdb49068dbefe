import { RefreshSchedule } from '../../src/refresh/refresh-schedule.service.js';
import { Deliveries } from '../../src/webhooks/deliveries.service.js';
import { cited } from './editor.js';
import type { Answer, Call, Server } from './server.js';
import { handedIn } from './stories.js';

/** Sends one request, as an admin unless another role is said; `pattern` is the path of its route. */
export type Step = (method: string, pattern: string, url: string, call?: Call) => Promise<Answer['body']>;

const ANY = { 'if-match': '*' };

/** Uses every route of the interface that writes, once at least. */
export async function everyWrite(server: Server, step: Step): Promise<void> {
  const made = await registry(step);
  await rumors(step, made);
  await articles(step);
  await identities(step, made);
  await launches(server, step);
  await followers(server, step, made);
  const key = await step('POST', '/v1/keys', '/v1/keys', { body: { name: 'desk', role: 'reader' } });
  await step('DELETE', '/v1/keys/:key', `/v1/keys/${key.id}`);
}

/** Who is told of what happens, and by which rules. */
async function followers(server: Server, step: Step, { device }: Registry): Promise<void> {
  const body = { url: 'https://receiver.example/hearsay', types: ['device.created'] };
  const { id } = await step('POST', '/v1/webhooks', '/v1/webhooks', { body });
  const at = `/v1/webhooks/${id}`;
  await step('PATCH', '/v1/webhooks/:webhook', at, { body: { description: 'the desk' } });
  await step('POST', '/v1/webhooks/:webhook/rotate-secret', `${at}/rotate-secret`, { body: { overlap: 'PT0S' } });
  await step('POST', '/v1/webhooks/:webhook/test', `${at}/test`);
  await step('POST', '/v1/devices', '/v1/devices', { body: { name: 'Halo Told', company: 'Orvane' } });
  await server.get(Deliveries).handOut();
  const [delivery] = (await server.call('GET', `${at}/deliveries`, { role: 'admin' })).body.data as { id: string }[];
  const again = '/v1/webhooks/:webhook/deliveries/:delivery/redeliver';
  await step('POST', again, `${at}/deliveries/${delivery?.id}/redeliver`);
  const rule = { device, when: 'crosses', threshold: 0.8, to: 'webhook', webhook: id };
  const alert = await step('POST', '/v1/alerts', '/v1/alerts', { body: rule });
  await step('PATCH', '/v1/alerts/:alert', `/v1/alerts/${alert.id}`, { body: { threshold: 0.7 } });
  await step('DELETE', '/v1/alerts/:alert', `/v1/alerts/${alert.id}`, { headers: ANY });
  await step('DELETE', '/v1/webhooks/:webhook', at, { headers: ANY });
}

interface Registry {
  readonly company: string;
  readonly device: string;
  readonly source: string;
}

async function registry(step: Step): Promise<Registry> {
  const company = await step('POST', '/v1/companies', '/v1/companies', { body: { name: 'Orvane' } });
  await step('PATCH', '/v1/companies/:company', `/v1/companies/${company.id}`, { body: { name: 'Orvane Labs' } });
  const device = await step('POST', '/v1/devices', '/v1/devices', { body: { name: 'Halo', company: company.id } });
  await step('PATCH', '/v1/devices/:device', `/v1/devices/${device.id}`, { body: { aliases: ['Halo One'] } });
  const source = await step('POST', '/v1/sources', '/v1/sources', { body: { name: 'The Ledger', kind: 'outlet' } });
  await step('PATCH', '/v1/sources/:source', `/v1/sources/${source.id}`, { body: { grade: 'B' } });
  return { company: company.id, device: device.id, source: source.id };
}

async function rumors(step: Step, { device }: Registry): Promise<void> {
  const open = (value: string) =>
    step('POST', '/v1/rumors', '/v1/rumors', { body: { device, subject: 'partner', value } });
  const [rumor, other] = [await open('Zeiss'), await open('Leica')];
  const link = await step('POST', '/v1/evidence', '/v1/evidence', { body: cited(rumor.id) });
  await step('PATCH', '/v1/evidence/:evidence', `/v1/evidence/${link.id}`, { body: { certainty: 'speculative' } });
  const report = link.report?.id ?? link.report_id;
  await step('PATCH', '/v1/reports/:report', `/v1/reports/${report}`, { body: { published_on: '2026-09-19' } });
  const resolution = `/v1/rumors/${rumor.id}/resolution`;
  const body = { outcome: 'true', evidence: link.id };
  await step('PUT', '/v1/rumors/:rumor/resolution', resolution, { body, headers: { 'if-none-match': '*' } });
  await step('DELETE', '/v1/rumors/:rumor/resolution', `${resolution}?reason=wrong`, { headers: ANY });
  const withdrawn = { status: 'withdrawn', reason: 'nobody says so' };
  await step('PATCH', '/v1/rumors/:rumor', `/v1/rumors/${other.id}`, { body: withdrawn });
  const said = {
    ...{ speaker: 'Ada Quill', role: 'head of imaging', organisation: 'Orvane', quote: 'We work with Zeiss.' },
    ...{ act: 'confirms', rumors: [{ rumor: rumor.id, stance: 'supports' }], said_on: '2026-09-25' },
    ...{ url: 'https://ledger.example/2026/09/quill', source: 'The Ledger' },
  };
  const statement = await step('POST', '/v1/statements', '/v1/statements', { body: said });
  await step('PATCH', '/v1/statements/:statement', `/v1/statements/${statement.id}`, {
    body: { speaker: 'Ada Quille' },
  });
}

async function articles(step: Step): Promise<void> {
  const propose = (slug: string) => step('POST', '/v1/ingestions', '/v1/ingestions', { body: handedIn(slug) });
  const ingestion = await propose('oneplus-nikon');
  const at = `/v1/ingestions/${ingestion.id}`;
  const candidate = `${at}/candidates/${ingestion.candidates[0].id}`;
  const body = { decision: 'rejected' };
  await step('PATCH', '/v1/ingestions/:ingestion/candidates/:candidate', candidate, { body });
  await step('POST', '/v1/ingestions/:ingestion/commit', `${at}/commit`, { body: {} });
  const thrown = await propose('orvane-halden');
  await step('DELETE', '/v1/ingestions/:ingestion', `/v1/ingestions/${thrown.id}`);
  const feed = { url: 'https://ledger.example/feed.xml' };
  const { id } = await step('POST', '/v1/subscriptions', '/v1/subscriptions', { body: feed });
  await step('PATCH', '/v1/subscriptions/:subscription', `/v1/subscriptions/${id}`, { body: { status: 'paused' } });
  await step('DELETE', '/v1/subscriptions/:subscription', `/v1/subscriptions/${id}`, { headers: ANY });
}

async function identities(step: Step, { company, device }: Registry): Promise<void> {
  const add = async (name: string): Promise<string> =>
    (await step('POST', '/v1/devices', '/v1/devices', { body: { name, company } })).id;
  const at = (id: string) => `/v1/devices/${id}`;
  const twin = await add('Halo Twin');
  const into = { into: device };
  const merged = await step('POST', '/v1/devices/:device/merge', `${at(twin)}/merge`, { body: into, headers: ANY });
  const undo = { body: { reason: 'two devices after all' } };
  await step('POST', '/v1/identity-acts/:act/undo', `/v1/identity-acts/${merged.id}/undo`, undo);
  const split = { name: 'Halo Mini', aliases: ['Halo One'] };
  await step('POST', '/v1/devices/:device/split', `${at(device)}/split`, { body: split, headers: ANY });
  const rumor = await step('POST', '/v1/rumors', '/v1/rumors', {
    body: { device: twin, subject: 'existence', value: 'yes' },
  });
  const link = await step('POST', '/v1/evidence', '/v1/evidence', {
    body: cited(rumor.id, { url: 'https://ledger.example/twin' }),
  });
  const renamed = { by: await add('Halo Next'), reason: 'renamed', evidence: link.id };
  await step('POST', '/v1/devices/:device/supersede', `${at(twin)}/supersede`, { body: renamed, headers: ANY });
  const gone = await add('Halo Gone');
  await step('DELETE', '/v1/devices/:device', `${at(gone)}?reason=asked`, { headers: ANY });
}

/** What a maker announces is proposed to be settled; and a refresh that is asked for is called off. */
async function launches(server: Server, step: Step): Promise<void> {
  const body = { name: 'Tessel Nine', company: 'Tessel' };
  const device = await step('POST', '/v1/devices', '/v1/devices', { body });
  await step('POST', '/v1/sources', '/v1/sources', { body: { name: 'Tessel', kind: 'maker', grade: 'A' } });
  const claim = { device: device.id, subject: 'launch.date', value: '2029-09-30' };
  const rumor = await step('POST', '/v1/rumors', '/v1/rumors', { body: claim });
  const day = { published_at: '2029-09-30T00:00:00Z', url: 'https://tessel.example/nine', source: 'Tessel' };
  const official = { title: 'The Tessel Nine is here', certainty: 'official', quote: undefined };
  await step('POST', '/v1/evidence', '/v1/evidence', { body: cited(rumor.id, { ...day, ...official }) });
  await server.get(RefreshSchedule).tick();
  const { data } = (await server.call('GET', '/v1/resolution-proposals', { role: 'admin' })).body;
  const proposal = (data as { id: string; device: { id: string } }[]).find((each) => each.device.id === device.id);
  const at = `/v1/resolution-proposals/${proposal?.id}`;
  const rejected = { status: 'rejected', reason: 'not yet' };
  await step('PATCH', '/v1/resolution-proposals/:proposal', at, { body: rejected });
  await step('PATCH', '/v1/resolution-proposals/:proposal', at, { body: { status: 'open' } });
  await step('POST', '/v1/resolution-proposals/:proposal/commit', `${at}/commit`, { headers: ANY });
  await step('DELETE', '/v1/resolution-proposals/:proposal/commit', `${at}/commit?reason=wrong`, { headers: ANY });
  const scope = { scope: 'device', target: device.id };
  const job = await step('POST', '/v1/refresh-jobs', '/v1/refresh-jobs', { body: scope });
  const asked = `/v1/refresh-jobs/${job.id}`;
  await step('POST', '/v1/refresh-jobs/:job/cancel', `${asked}/cancel`);
}
