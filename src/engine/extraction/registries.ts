import { credited, type Credited } from './credited.js';
import type { Line } from './scene.js';

/** Those with whom devices are filed, certified or measured, as articles write them. */
const REGISTRIES =
  /\b(?:FCC|3C|CCC|TENAA|BIS|IMDA|NBTC|SIRIM|EEC|Anatel|ANATEL|NCC|TÜV|KIPRIS|EPREL|USPTO|WIPO|EUIPO|CNIPA|MIIT|CQC|ESRB|PEGI|USK|KTC|NOM|UL|Bluetooth(?: SIG|(?=-Datenbank| database| cert))|Wi-Fi Alliance|GCF|Geekbench|AnTuTu|3DMark|Google Play Console|Federal Communications Commission)\b|工信部/g;
/** What makes one of them the source: something of it was found, or was passed there. */
const FOUND =
  /pop(?:s|ped) up|turn(?:s|ed) up|put through|regulator|regulador|urz[ąę]d|organismo|pasado por|passado por|passé par|passat\w da|przesz|certyfikacj|geprüft|aufgetaucht|list(?:ing|ed|ings|ado)|databas|certif|zertif|filing|filed|filings|spotted|appear|passed|cleared|clears|entry|record|document|papers|database|registr|benchmark|surfaced|seen on|seen in|went through|approv|shows? up|datenbank|unterlagen|behörde|eintrag|gelistet|base de datos|banco de dados|homologa|base de données|repéré|enregistr|fich[ae]|expediente|bazie|certyfikat|dokument|deposit|brevett|patent|trademark|认证|入网|备案|数据库|跑分|现身/;
const REACH = 70;
const FULL = 'Federal Communications Commission';

/** The registries, regulators and tests whose records a sentence goes back to. */
export function registries(line: Line): Credited[] {
  if (!FOUND.test(line.lower)) return [];
  return [...line.text.matchAll(REGISTRIES)].flatMap((hit) => {
    const around = line.lower.slice(Math.max(0, hit.index - REACH), hit.index + hit[0].length + REACH);
    const name = hit[0] === FULL ? 'FCC' : hit[0];
    return FOUND.test(around) ? [credited(line, name, hit.index, hit[0].length, name === hit[0] ? [] : [hit[0]])] : [];
  });
}
