/** The floor of reading: node:http and prepared statements of better-sqlite3, with nothing between them. */
import { createServer } from 'node:http';
import Sqlite from 'better-sqlite3';

const WEEK_MS = 7 * 86_400_000;

const RUMOR = `select m.id, m.device_id, d.slug as device_slug, d.name as device_name, m.subject, m.region, m.variant,
  m.question, m.value, m.status, m.assessed_at, m.probability, m.low, m.high, m.firm_probability, m.strength,
  m.announced, m.report_count, m.origin_count, m.supporting_count, m.refuting_count, m.last_report_at, m.created_at,
  m.updated_at, m.version, v.outcome, v.happened_on, v.resolved_at,
  m.probability - (select a.probability from assessments a where a.rumor_id = m.id and a.at <= ?
                   order by a.at desc, a.id desc limit 1) as change_7d
  from rumors m join devices d on d.id = m.device_id
  left join resolutions v on v.rumor_id = m.id and v.reopened_at is null`;

const DEVICE = `select d.id, d.slug, d.name, d.category, d.line, d.lifecycle, d.external_ids, d.headline_probability,
  d.headline_rumor_id, d.headline_derived, d.rumor_count, d.report_count, d.last_report_at, d.created_at, d.updated_at,
  d.version, c.id as company_id, c.slug as company_slug, c.name as company_name,
  (select json_group_array(n.name) from device_names n where n.device_id = d.id) as names,
  d.headline_probability - (select a.probability from assessments a where a.rumor_id = d.headline_rumor_id
                            and a.at <= ? order by a.at desc, a.id desc limit 1) as change_7d
  from devices d join companies c on c.id = d.company_id`;

const ASSESSMENT = `select a.*, x.contributions, x.discarded, x.without, x.text from rumors m
  join assessments a on a.id = m.assessment_id join explanations x on x.assessment_id = a.id where m.id = ?`;

/** The evidence that the steps of an explanation name, by a JSON list of ids. */
const EVIDENCE = `select e.id, e.stance, e.certainty, e.quote, e.span_where, e.span_start, e.span_end, e.status,
  e.created_at, p.id as report_id, p.kind as report_kind, p.title, p.url, p.published_at, p.published_precision,
  p.origin_id, p.origin_link, s.id as source_id, s.slug as source_slug, s.name as source_name, s.kind, s.grade, s.vetted
  from evidence e join reports p on p.id = e.report_id join sources s on s.id = p.source_id
  where e.id in (select value from json_each(?)) order by p.published_at, e.id`;

const QUESTIONS = `select x.assessment_id, x.other, x.buckets from rumors m
  join explanations x on x.assessment_id = m.assessment_id where m.device_id = ?`;

const database = new Sqlite(process.argv[2], { readonly: true });
const [rumors, rumor, devices, device, rumorsOf, assessment, evidence, questions] = [
  `${RUMOR} order by m.id desc limit 51`,
  `${RUMOR} where m.id = ?`,
  `${DEVICE} where d.last_report_at is not null order by d.last_report_at desc, d.id desc limit 26`,
  `${DEVICE} where d.slug = ?`,
  `${RUMOR} where m.device_id = ? order by m.report_count desc, m.probability desc`,
  ASSESSMENT,
  EVIDENCE,
  QUESTIONS,
].map((text) => database.prepare(text));

/** The answers, by what comes after `/v1/`. */
const ANSWERS = [
  [/^rumors\?limit=50$/, (at) => ({ data: rumors.all(at).slice(0, 50) })],
  [/^rumors\/(\w+)$/, (at, id) => rumor.get(at, id)],
  [/^rumors\/(\w+)\/explanation$/, (at, id) => explanation(at, id)],
  [/^devices$/, (at) => ({ data: devices.all(at).slice(0, 25) })],
  [/^devices\/([\w-]+)$/, (at, slug) => deviceOf(at, slug)],
];

function explanation(at, id) {
  const { contributions, discarded, without, ...found } = assessment.get(id);
  const [steps, left, levers] = [contributions, discarded, without].map((text) => JSON.parse(text));
  const named = [...steps, ...left].flatMap(({ evidenceId = [] }) => evidenceId);
  const told = evidence.all(JSON.stringify(named));
  return { ...rumor.get(at, id), ...found, steps, discarded: left, without: levers, evidence: told };
}

function deviceOf(at, slug) {
  const found = device.get(at, slug);
  return { ...found, rumors: rumorsOf.all(at, found.id), questions: questions.all(found.id) };
}

const server = createServer((request, response) => {
  const path = request.url.slice('/v1/'.length);
  for (const [shape, answer] of ANSWERS) {
    const hit = shape.exec(path);
    if (!hit) continue;
    const body = JSON.stringify(answer(Date.now() - WEEK_MS, hit[1]));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
    return;
  }
  response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => console.log(`The floor is at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
