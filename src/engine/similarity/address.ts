/** Parameters that say where a reader came from, not what the page is. */
const TRACKING_PREFIX = /^(?:utm_|mtm_|matomo_|pk_|piwik_|hsa_|_hs|mc_|vero_|oly_|at_|guce_|trk_|wt_)/;
const TRACKING = new Set(
  `_ga _gl amp cmpid dclid fb_action_ids fb_action_types fb_source fbclid gbraid gclid gclsrc guccounter igsh igshid
  li_fat_id mkt_tok msclkid ncid ocid ref_src ref_url s_cid share si smid spm sr_share srsltid ttclid twclid wbraid
  xtor yclid __twitter_impression`.split(/\s+/),
);
const FOLDED_HOST = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/;
const FOLDED_SECOND = /^([a-z]{2})\.m\.(?=[^.]+\.)/;
const AMP_TAIL = /(?:\/amp(?:\.html)?|\.amp(?:\.html)?|\/)$/;
const UNRESERVED = /[A-Za-z0-9._~-]/;

/** Longer addresses are refused; the rules below may take a time that grows with the square of the length. */
const MAX_LENGTH = 4_096;

/** The page behind an address of a cache of AMP pages (`…/amp/s/host/path`, `…/c/s/host/path`), or null. */
function behindCache(url: URL): string | null {
  const google = /(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname);
  const cache = url.hostname.endsWith('.cdn.ampproject.org');
  const hit = google || cache ? /^\/(?:amp|[acvi])\/(s\/)?([^/]+\.[^/]+(?:\/.*)?)$/.exec(url.pathname) : null;
  return hit ? `http${hit[1] ? 's' : ''}://${hit[2]}${url.search}` : null;
}

/** Applies a rule until it changes nothing more, so that a canonical address is its own canonical address. */
function untilStill(text: string, rule: (text: string) => string): string {
  let last = text;
  for (let next = rule(last); next !== last; next = rule(last)) last = next;
  return last;
}

const foldHost = (host: string): string =>
  host.replace(/\.$/, '').replace(FOLDED_HOST, '').replace(FOLDED_SECOND, '$1.');

/** RFC 3986, 6.2.2: escapes in upper case, and none where the letter needs none. */
function foldEscape(escape: string): string {
  const letter = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  return UNRESERVED.test(letter) ? letter : escape.toUpperCase();
}

const foldPath = (path: string): string =>
  path
    .replaceAll(/%[0-9a-f]{2}/gi, foldEscape)
    .replace(/^\/amp(?=\/)/, '')
    .replace(AMP_TAIL, '');

const isTracking = (name: string, value: string): boolean =>
  TRACKING.has(name) || TRACKING_PREFIX.test(name) || (name === 'outputtype' && value === 'amp');

const byUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function foldQuery(url: URL): string {
  const kept = [...url.searchParams].filter(([name, value]) => !isTracking(name.toLowerCase(), value.toLowerCase()));
  kept.sort((left, right) => byUnits(left[0], right[0]) || byUnits(left[1], right[1]));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

/**
 * The key of a page, equal for the addresses under which one page is reached: https for http, host in lower case
 * without `www.`, `m.`, `mobile.`, `amp.`, no default port, user, fragment or tracking parameter (`utm_…`, `fbclid`,
 * `gclid` …), no AMP prefix, suffix or cache, parameters sorted, no slash at the end. It is for comparing: the address
 * to fetch or to show is the one that was given.
 *
 * @returns null where the text is no address of a web page (http or https), or longer than 4,096 characters
 */
export function canonicalUrl(text: string): string | null {
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const behind = behindCache(url);
  if (behind !== null) return canonicalUrl(behind);
  const port = url.port === '' || url.port === '443' || url.port === '80' ? '' : `:${url.port}`;
  const path = untilStill(url.pathname, foldPath) || '/';
  return `https://${untilStill(url.hostname, foldHost)}${port}${path}${foldQuery(url)}`;
}
