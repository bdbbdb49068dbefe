/** What makes a JSON text one that is not read, whatever a parser would make of it; `pointer` is where it stands. */
export type Objection = { readonly kind: 'too-deep' } | { readonly kind: 'duplicate-member'; readonly pointer: string };

/** An array or object that is open where the scan stands. */
interface Level {
  /** The names of its members so far; null for an array. */
  readonly names: Set<string> | null;
  /** The name of the member that is being read, or the place in the array. */
  at: string | number;
  /** Whether a name comes next, and not a value. */
  awaitsName: boolean;
}

const escaped = (part: string | number): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Looks a JSON text through before a parser runs, in one pass over its characters: brackets that stand deeper in one
 * another than `limit`, and a name that an object has twice, of which every parser would keep another one. What is no
 * JSON is left to the parser.
 */
export function objectionTo(json: string, limit: number): Objection | null {
  const levels: Level[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index]!;
    const level = levels.at(-1);
    if (character === '"') {
      const end = endOfText(json, index);
      if (level?.awaitsName && !named(level, json.slice(index, end + 1))) {
        return { kind: 'duplicate-member', pointer: `#/${levels.map(({ at }) => escaped(at)).join('/')}` };
      }
      index = end;
    } else if (character === '{') levels.push({ names: new Set(), at: '', awaitsName: true });
    else if (character === '[') levels.push({ names: null, at: 0, awaitsName: false });
    else if (character === '}' || character === ']') levels.pop();
    else if (character === ',' && level) next(level);
    if (levels.length > limit) return { kind: 'too-deep' };
  }
  return null;
}

/** Where a text ends that begins at a place: at its closing quotation mark, or at the end of everything. */
function endOfText(json: string, start: number): number {
  for (let index = start + 1; index < json.length; index += 1) {
    if (json[index] === '\\') index += 1;
    else if (json[index] === '"') return index;
  }
  return json.length;
}

/** Notes the name of a member; whether the object had none of that name. Names are compared as they are meant. */
function named(level: Level, quoted: string): boolean {
  level.awaitsName = false;
  level.at = quoted.includes('\\') ? meant(quoted) : quoted.slice(1, -1);
  if (level.names?.has(level.at)) return false;
  level.names?.add(level.at);
  return true;
}

/** The text that a quoted one stands for; itself where it is none. */
function meant(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

function next(level: Level): void {
  if (level.names === null) level.at = Number(level.at) + 1;
  else level.awaitsName = true;
}
