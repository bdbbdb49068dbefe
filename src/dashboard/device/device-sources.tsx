import { Grade } from '../charts/waterfall.js';
import { Day } from '../parts/day.js';
import type { EvidenceView } from '../views.js';
import { count } from '../wording.js';
import type { DeviceStory } from './device-story.js';

/** How many sources are listed. */
const MOST_LISTED = 12;

/** What a source has said about a device. */
interface Voice {
  readonly source: EvidenceView['report']['source'];
  /** The rumors that it supports, and those that it speaks against, by their ids. */
  readonly supports: ReadonlySet<string>;
  readonly refutes: ReadonlySet<string>;
  /** The day of its last report, `YYYY-MM-DD`; null where no day is known. */
  readonly lastOn: string | null;
}

/** The sources of the reports about a device, those that speak of most rumors first; withdrawn reports do not count. */
export function voicesOf({ questions }: Pick<DeviceStory, 'questions'>): Voice[] {
  const all = questions.flatMap(({ answers }) =>
    answers.flatMap(({ rumor, evidence }) => evidence.map((each) => ({ rumor: rumor.id, each }))),
  );
  const told = all.filter(({ each }) => each.status === 'active' && each.stance !== 'mentions');
  const voices = [...new Set(told.map(({ each }) => each.report.source.slug))].map((slug): Voice => {
    const own = told.filter(({ each }) => each.report.source.slug === slug);
    const of = (stance: string) => new Set(own.filter(({ each }) => each.stance === stance).map(({ rumor }) => rumor));
    const days = own.flatMap(({ each }) => each.report.published_on ?? []).sort();
    const { source } = own[0]!.each.report;
    return { source, supports: of('supports'), refutes: of('refutes'), lastOn: days.at(-1) ?? null };
  });
  const size = ({ supports, refutes }: Voice): number => supports.size + refutes.size;
  return voices.sort((a, b) => size(b) - size(a) || a.source.name.localeCompare(b.source.name));
}

/** Who has spoken about the device, and of how many rumors; nothing where nobody has. */
export function DeviceSources({ story }: { story: DeviceStory }) {
  const voices = voicesOf(story);
  if (voices.length === 0) return null;
  const rest = voices.length - MOST_LISTED;
  return (
    <section class="statements device-sources" id="sources">
      <h2>Who speaks of it</h2>
      <div class="scroll" role="region" aria-label="Sources" tabindex={0}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col" class="right">
                Supports
              </th>
              <th scope="col" class="right">
                Speaks against
              </th>
              <th scope="col" class="right">
                Last report
              </th>
            </tr>
          </thead>
          <tbody>
            {voices.slice(0, MOST_LISTED).map(({ source, supports, refutes, lastOn }) => (
              <tr>
                <th scope="row">
                  <a href={`/sources/${source.slug}`}>{source.name}</a> <Grade grade={source.grade} />
                </th>
                <td class="right num">{count(supports.size, 'rumor')}</td>
                <td class="right num">{refutes.size === 0 ? '–' : count(refutes.size, 'rumor')}</td>
                <td class="right">
                  <Day on={lastOn} short />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && <p class="small muted">and {rest} more</p>}
    </section>
  );
}
