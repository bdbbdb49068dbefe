import { credited, type Credited } from './credited.js';
import type { Line } from './scene.js';
import { matches } from './matches.js';

/** `据X报道`: between the word for "according to" and the one for what the source did. */
const ACCORDING =
  /据(?<name>[^，,。；;:：“”《》\s]{2,16}?)(?:的?(?:报道|爆料|消息|透露|称|介绍|曝光|曝料|最新|分析|指出|表示|测算|发文))/g;
/** `博主X爆料`: a source with its role before the name and its deed behind. */
const ROLE =
  /(?:博主|爆料人|分析师|记者|媒体|数码博主|爆料达人|外媒)[@「“"]?(?<name>[A-Za-z一-鿿\d_ ]{2,16}?)[」”"]?(?:爆料|曝光|曝料|透露|表示|称|指出|报道|认为|发文|预计|放出|公布|消息|相信|在)/g;
/** `X报道称`, `X援引`: an outlet in letters or with its own kind of name. */
const REPORTS =
  /(?<name>[A-Za-z][A-Za-z\d]{2,18}|(?!据)[一-鿿]{1,4}(?:社|报|家|网|新闻|时报|日报))(?:报道|消息|援引|获悉|透露|从供应链)/g;
/** A source in marks, behind its role or what is told it: `博主“X”`, `向《X》透露`. */
const MARKED = /(?:博主|自媒体|账号|网友|频道|媒体|论坛|店铺|向|据)["“「《](?<name>[^"”」》\n]{2,16})["”」》]/g;
/** `《X》则称`. */
const TITLED = /《(?<name>[^《》\n]{2,16})》(?:则|也|还|曾|近日|今日)?(?:称|报道|表示|透露|获悉|指出|消息)/g;
/** Words for a kind of source before its name. */
const LEAD =
  /^(?:知名|数码(?=博主)|海外|外媒|韩媒|日媒|德国|美国|韩国|日本|英国|媒体|科技媒体|科技|博主|爆料人|分析师|记者|@|微博|国外|达人){1,3}/;
/** Sources without a name. */
const NAMELESS =
  /^(?:悉|说|了解|知情人士|消息人士|业内人士|官方|外媒|媒体|报道|此|传|供应链|相关|公司|有关|现有|此前|最新|多位|多名|一位|一名|有|该|此前|这)/;

/** The sources that a Chinese sentence names for what it tells. */
export function told(line: Line): Credited[] {
  if (!/[一-鿿]/.test(line.text)) return [];
  return [ACCORDING, ROLE, REPORTS, MARKED, TITLED].flatMap((pattern) =>
    matches(line.text, pattern).flatMap((hit) => {
      const written = hit.groups?.name ?? '';
      const name = written
        .replace(/^.*(?:人士|经销商)?向/, '')
        .replace(LEAD, '')
        .trim();
      if (name.length < 2 || NAMELESS.test(name)) return [];
      const start = hit.index + hit[0].indexOf(written) + written.indexOf(name);
      return [credited(line, name, start, name.length)];
    }),
  );
}
