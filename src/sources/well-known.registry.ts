import type { Grade, SourceKind } from '../engine/subjects/index.js';

/** Why a well-known source starts with its grade; a grade says how it works, and its own record takes over from it. */
export const GRADE_REASONS = {
  newsroom: 'A maker speaks for itself on its own pages.',
  regulator: 'Publishes filings that makers must make before they may sell.',
  benchmark: 'Publishes measurements, which can be forged or made on test units.',
  retailer: 'Lists what it will sell; early listings are often placeholders.',
  press: 'A newsroom of record with several sources a story and corrections that are published.',
  specialist: 'Specialist press with reporting of its own.',
  general: 'Technology press that reports and relays; what it relays counts for its origin.',
  trade: 'Trade press on supply chains: early, and often about plans that change.',
  aggregator: 'Mostly retells what others published.',
  journalist: 'A reporter under the rules of a newsroom.',
  analyst: 'Publishes estimates from supply chains, about plans that change.',
  leaker: 'A public handle; its own record is not counted here yet.',
} as const;
export type GradeReason = keyof typeof GRADE_REASONS;

/** A source that Hearsay knows from the start. */
export interface WellKnown {
  readonly name: string;
  readonly kind: SourceKind;
  readonly grade: Grade;
  readonly reason: GradeReason;
  /** Handles and other spellings. */
  readonly aliases: readonly string[];
  /** The domains on which it publishes, those beneath them included. */
  readonly domains: readonly string[];
}

/** One source a line: its name, then its domains, then its handles and other spellings; parts are set off by `|`. */
const listed = (kind: SourceKind, grade: Grade, reason: GradeReason, lines: string): WellKnown[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', domains = '', aliases = ''] = line.split('|').map((part) => part.trim());
      const list = (text: string): string[] =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '');
      return { name, kind, grade, reason, aliases: list(aliases), domains: list(domains) };
    });

/** Well-known sources. To add one, add its line: where it belongs says what kind it is and how it starts. */
export const WELL_KNOWN: readonly WellKnown[] = [
  ...listed(
    'maker',
    'A',
    'newsroom',
    `Apple Newsroom | apple.com
     Samsung Newsroom | news.samsung.com, samsungmobilepress.com
     Google Blog | blog.google | The Keyword
     Microsoft News Center | news.microsoft.com, blogs.windows.com, news.xbox.com | Xbox Wire
     Nvidia Newsroom | nvidianews.nvidia.com, blogs.nvidia.com
     AMD Newsroom | amd.com
     Intel Newsroom | intel.com
     Qualcomm Newsroom | qualcomm.com
     MediaTek Newsroom | mediatek.com
     Xiaomi Newsroom | mi.com, xiaomi.com
     OnePlus Community | oneplus.com
     Oppo Newsroom | oppo.com
     Honor Newsroom | honor.com
     Huawei Newsroom | huawei.com
     Nothing Community | nothing.tech, nothing.community
     Motorola Newsroom | motorola.com
     PlayStation Blog | blog.playstation.com
     Nintendo Newsroom | nintendo.com
     Sony Newsroom | sony.com, sony.net
     Meta Newsroom | about.fb.com, meta.com
     Leica Press | leica-camera.com
     Zeiss Newsroom | zeiss.com
     Canon Newsroom | global.canon, usa.canon.com
     Nikon Newsroom | nikon.com
     Fujifilm Newsroom | fujifilm.com, fujifilm-x.com
     DJI Newsroom | dji.com
     Garmin Newsroom | garmin.com
     Valve News | steampowered.com
     BMW Group PressClub | press.bmwgroup.com
     Tesla Blog | tesla.com`,
  ),
  ...listed(
    'regulator',
    'A',
    'regulator',
    `FCC | fcc.gov, fccid.io, fcc.report | Federal Communications Commission
     TENAA | tenaa.com.cn
     3C | cqc.com.cn, cccauth.com | CCC, China Compulsory Certification
     MIIT | miit.gov.cn
     BIS | bis.gov.in, crsbis.in | Bureau of Indian Standards
     EEC | eaeunion.org, eurasiancommission.org | Eurasian Economic Commission
     KC | rra.go.kr | National Radio Research Agency
     NCC | ncc.gov.tw
     NBTC | nbtc.go.th
     SIRIM | sirim.my
     SDPPI | postel.go.id | Postel
     IMDA | imda.gov.sg
     TDRA | tdra.gov.ae
     Anatel | anatel.gov.br
     IFT | ift.org.mx | IFETEL
     TÜV Rheinland | tuv.com, tuv-rheinland.com | TUV Rheinland
     EPREL | eprel.ec.europa.eu
     Bluetooth SIG | bluetooth.com | Bluetooth Launch Studio
     Wi-Fi Alliance | wi-fi.org
     USPTO | uspto.gov
     EUIPO | euipo.europa.eu
     WIPO | wipo.int
     CNIPA | cnipa.gov.cn
     NHTSA | nhtsa.gov
     EPA | epa.gov, fueleconomy.gov`,
  ),
  ...listed(
    'benchmark',
    'B',
    'benchmark',
    `Geekbench | geekbench.com | Geekbench Browser
     AnTuTu | antutu.com
     3DMark | 3dmark.com
     GFXBench | gfxbench.com
     PassMark | passmark.com, cpubenchmark.net
     Master Lu | ludashi.com
     AI Benchmark | ai-benchmark.com`,
  ),
  ...listed(
    'retailer',
    'C',
    'retailer',
    `Amazon | amazon.com, amazon.de, amazon.co.uk, amazon.in, amazon.co.jp
     Best Buy | bestbuy.com
     JD.com | jd.com | Jingdong
     Flipkart | flipkart.com
     MediaMarkt | mediamarkt.de
     Walmart | walmart.com`,
  ),
  ...listed(
    'outlet',
    'A',
    'press',
    `Bloomberg | bloomberg.com
     Reuters | reuters.com
     The Wall Street Journal | wsj.com | Wall Street Journal, WSJ
     Financial Times | ft.com
     The New York Times | nytimes.com | New York Times
     Nikkei Asia | asia.nikkei.com | Nikkei`,
  ),
  ...listed(
    'outlet',
    'B',
    'specialist',
    `The Verge | theverge.com
     9to5Mac | 9to5mac.com
     9to5Google | 9to5google.com
     GSMArena | gsmarena.com
     Android Authority | androidauthority.com
     WinFuture | winfuture.de
     Ars Technica | arstechnica.com
     VideoCardz | videocardz.com
     Digital Photography Review | dpreview.com | DPReview
     Video Games Chronicle | videogameschronicle.com | VGC
     Eurogamer | eurogamer.net
     The Information | theinformation.com`,
  ),
  ...listed(
    'outlet',
    'C',
    'general',
    `Engadget | engadget.com
     CNET | cnet.com
     TechRadar | techradar.com
     Tom's Hardware | tomshardware.com
     Tom's Guide | tomsguide.com
     MacRumors | macrumors.com
     AppleInsider | appleinsider.com
     XDA Developers | xda-developers.com | XDA
     Android Police | androidpolice.com
     SamMobile | sammobile.com
     PetaPixel | petapixel.com
     Sony Alpha Rumors | sonyalpharumors.com
     Canon Rumors | canonrumors.com
     Nikon Rumors | nikonrumors.com
     Fuji Rumors | fujirumors.com
     Leica Rumors | leicarumors.com
     91mobiles | 91mobiles.com
     MySmartPrice | mysmartprice.com
     Road to VR | roadtovr.com
     UploadVR | uploadvr.com
     Electrek | electrek.co
     IT Home | ithome.com | ITHome, IT之家`,
  ),
  ...listed(
    'outlet',
    'C',
    'trade',
    `DigiTimes | digitimes.com
     ETNews | etnews.com
     The Elec | thelec.kr, thelec.net
     TrendForce | trendforce.com`,
  ),
  ...listed(
    'outlet',
    'D',
    'aggregator',
    `Gizchina | gizchina.com
     Gizmochina | gizmochina.com
     PhoneArena | phonearena.com
     Wccftech | wccftech.com
     Notebookcheck | notebookcheck.net, notebookcheck.com
     MyDrivers | mydrivers.com`,
  ),
  ...listed('journalist', 'B', 'journalist', 'Mark Gurman | | @markgurman'),
  ...listed(
    'analyst',
    'C',
    'analyst',
    `Ming-Chi Kuo | | @mingchikuo
     Ross Young | | @DSCCRoss
     Jeff Pu |`,
  ),
  ...listed(
    'leaker',
    'C',
    'leaker',
    `OnLeaks | onleaks.com
     Evan Blass | | @evleaks
     Digital Chat Station | | @DigitalChatStation, 数码闲聊站
     Ice Universe | | @UniverseIce, @IceUniverse
     Yogesh Brar | | @heyitsyogesh
     Roland Quandt | | @rquandt
     Max Jambor | | @MaxJmb
     kopite7kimi
     billbil-kun
     Tom Henderson | insider-gaming.com | Insider Gaming`,
  ),
];
