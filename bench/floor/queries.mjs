/** What the bare server reads: the least that holds the rows of each answer, as prepared statements. */
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

/** The rumors of a device with the number that each had at an instant. */
const RUMOR_THEN = `select m.id, m.device_id, d.slug as device_slug, d.name as device_name, m.subject, m.region,
  m.variant, m.question, m.value, m.status, a.at as assessed_at, a.probability, a.low, a.high, a.firm_probability,
  a.strength, a.announced, a.report_count, a.origin_count, a.supporting_count, a.refuting_count, m.created_at,
  m.version, v.outcome, v.happened_on, v.resolved_at,
  (select max(p.published_at) from evidence e join reports p on p.id = e.report_id
   where e.rumor_id = m.id and e.active_at <= @at) as last_report_at,
  a.probability - (select b.probability from assessments b where b.rumor_id = m.id and b.at <= @at - ${WEEK_MS}
                   order by b.at desc, b.id desc limit 1) as change_7d
  from rumors m join devices d on d.id = m.device_id
  left join assessments a on a.id = (select b.id from assessments b where b.rumor_id = m.id and b.at <= @at
                                     order by b.at desc, b.id desc limit 1)
  left join resolutions v on v.rumor_id = m.id and v.resolved_at <= @at
    and (v.reopened_at is null or v.reopened_at > @at)
  where m.device_id = (select id from devices where slug = @slug) and m.created_at <= @at order by m.id desc limit 26`;

const DEVICE = `select d.id, d.slug, d.name, d.category, d.line, d.lifecycle, d.external_ids, d.headline_probability,
  d.headline_rumor_id, d.headline_derived, d.rumor_count, d.report_count, d.last_report_at, d.created_at, d.updated_at,
  d.version, c.id as company_id, c.slug as company_slug, c.name as company_name,
  (select json_group_array(n.name) from device_names n where n.device_id = d.id) as names,
  d.headline_probability - (select a.probability from assessments a where a.rumor_id = d.headline_rumor_id
                            and a.at <= ? order by a.at desc, a.id desc limit 1) as change_7d
  from devices d join companies c on c.id = d.company_id`;

const QUESTIONS = `select x.assessment_id, x.other, x.buckets from rumors m
  join explanations x on x.assessment_id = m.assessment_id where m.device_id = ?`;

const HISTORY = `select a.at, a.probability, a.low, a.high, a.report_count, a.origin_count, a.causes, a.model_version
  from assessments a where a.rumor_id = ? order by a.at, a.id`;

const ASSESSMENT = `select a.*, x.contributions, x.discarded, x.without, x.text from rumors m
  join assessments a on a.id = m.assessment_id join explanations x on x.assessment_id = a.id where m.id = ?`;

/** The evidence that the steps of an explanation name, by a JSON list of ids. */
const EVIDENCE = `select e.id, e.stance, e.certainty, e.quote, e.span_where, e.span_start, e.span_end, e.status,
  e.created_at, p.id as report_id, p.kind as report_kind, p.title, p.url, p.published_at, p.published_precision,
  p.origin_id, p.origin_link, s.id as source_id, s.slug as source_slug, s.name as source_name, s.kind, s.grade, s.vetted
  from evidence e join reports p on p.id = e.report_id join sources s on s.id = p.source_id
  where e.id in (select value from json_each(?)) order by p.published_at, e.id`;

/** Devices by confidence: of a category after a position, or with words in one of their names. */
const BY_CONFIDENCE = 'order by d.headline_probability desc, d.id desc limit';
const OF_CATEGORY = `${DEVICE} where d.category = ? and (d.headline_probability, d.id) < (?, ?) ${BY_CONFIDENCE} 26`;
const BY_NAME = `${DEVICE} where exists (select 1 from device_names n where n.device_id = d.id
  and ' ' || n.name_key || ' ' like '% ' || ? || ' %') ${BY_CONFIDENCE} 11`;

/** What holds two words, the second perhaps unfinished, the best first. */
const SEARCH = `select d.id, d.type, d.title, d.address, d.text from search_index i
  join search_documents d on d.number = i.rowid where search_index match ? and i.rowid > 0 order by rank, i.rowid desc limit 25`;

/**
 * What the bare server answers, by the first part of a path; each is given what the query says.
 *
 * @returns functions from the parameters of an address to what is sent as JSON
 */
export function openQueries(file) {
  const database = new Sqlite(file, { readonly: true });
  database.pragma('cache_size = -65536'); // as much memory as the program takes for its reading
  const week = () => Date.now() - WEEK_MS;
  const [category, named, device, rumorsOf, questions, rumor, rumors, then, history, assessment, evidence, search] = [
    OF_CATEGORY,
    BY_NAME,
    `${DEVICE} where d.slug = ?`,
    `${RUMOR} where m.device_id = ? order by m.report_count desc, m.probability desc`,
    QUESTIONS,
    `${RUMOR} where m.id = ?`,
    `${RUMOR} where m.probability is not null order by m.probability desc, m.id desc limit 51`,
    RUMOR_THEN,
    HISTORY,
    ASSESSMENT,
    EVIDENCE,
    SEARCH,
  ].map((text) => database.prepare(text));
  return {
    list: ({ of, below = 2, id = '' }) => ({ data: category.all(week(), of, Number(below), id).slice(0, 25) }),
    detail: ({ slug }) => {
      const found = device.get(week(), slug);
      return { ...found, rumors: rumorsOf.all(week(), found.id), questions: questions.all(found.id) };
    },
    history: ({ id }) => ({ data: history.all(id) }),
    asof: ({ slug, at }) => ({ data: then.all({ slug, at: Number(at) }).slice(0, 25) }),
    find: ({ words }) => ({ data: named.all(week(), words).slice(0, 10) }),
    search: ({ words }) => ({
      data: search.all(
        words
          .split(' ')
          .map((word) => `"${word}"`)
          .join(' AND ') + '*',
      ),
    }),
    rumor: ({ id }) => rumor.get(week(), id),
    rumors: () => ({ data: rumors.all(week()).slice(0, 50) }),
    explanation: ({ id }) => {
      const { contributions, discarded, without, ...found } = assessment.get(id);
      const [steps, left, levers] = [contributions, discarded, without].map((text) => JSON.parse(text));
      const ids = [...steps, ...left].flatMap(({ evidenceId = [] }) => evidenceId);
      const told = evidence.all(JSON.stringify(ids));
      return { ...rumor.get(week(), id), ...found, steps, discarded: left, without: levers, evidence: told };
    },
  };
}
