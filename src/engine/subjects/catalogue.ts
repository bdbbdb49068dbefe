import type { Subject } from './subject.js';

type Traits = Omit<Subject, 'key' | 'label' | 'unit'> & { readonly unit?: string };

const CRITERIA = {
  maker: 'The maker says so, or the product as sold shows it.',
  day: 'The day, in the region of the claim, on which it happens; by the maker or a report of the event.',
  price: 'The list price at launch in the region and variant of the claim, taxes as shown there.',
} as const;

/**
 * How often something comes true that was made out inside a product before it came: so that a lone report, as reported, of a
 * source that is right in .72 of its calls (the mean of a public leaderboard of leakers) is believed about that much,
 * logit b = (1 − T·h)·logit .72 = .415 with T = .7 and h = .8.
 */
const MADE_OUT = 0.6;

const spec = (unit?: string): Traits => ({
  family: 'spec',
  valueType: unit === undefined ? 'word' : 'number',
  answers: 'exclusive',
  unit,
  baseRate: MADE_OUT,
  halfLifeDays: 365,
  tolerance: unit === undefined ? 0 : 0.02,
  criteria: CRITERIA.maker,
});
const sizes: Traits = { ...spec('GB'), answers: 'each' };
const day: Traits = {
  family: 'launch',
  valueType: 'dates',
  answers: 'exclusive',
  baseRate: 0.35,
  halfLifeDays: 90,
  tolerance: 0,
  criteria: CRITERIA.day,
};
const name: Traits = {
  family: 'name',
  valueType: 'word',
  answers: 'exclusive',
  baseRate: 0.3,
  halfLifeDays: 180,
  tolerance: 0,
  criteria: CRITERIA.maker,
};
/** What a product is called inside: found in code and filings, renamed by no one, and there may be several. */
const designation: Traits = { ...name, answers: 'each', baseRate: MADE_OUT };
const party: Traits = {
  family: 'partner',
  valueType: 'word',
  answers: 'each',
  baseRate: 0.45,
  halfLifeDays: 365,
  tolerance: 0,
  criteria: 'The maker or the partner says so.',
};

const TRAITS: Readonly<Record<string, Traits>> = {
  existence: {
    family: 'existence',
    valueType: 'yes_no',
    answers: 'each',
    baseRate: 0.6,
    halfLifeDays: 365,
    tolerance: 0,
    criteria: 'The maker announces the product, or shows that it was made.',
  },
  status: {
    family: 'status',
    valueType: 'word',
    answers: 'exclusive',
    baseRate: 0.4,
    halfLifeDays: 90,
    tolerance: 0,
    criteria: CRITERIA.maker,
  },
  'production.start': { ...day, family: 'status' },
  name,
  codename: designation,
  model_number: designation,
  'launch.date': day,
  'announcement.date': day,
  'preorder.date': day,
  price: {
    family: 'price',
    valueType: 'money',
    answers: 'exclusive',
    baseRate: 0.4,
    halfLifeDays: 120,
    tolerance: 0.05,
    criteria: CRITERIA.price,
  },
  partner: party,
  supplier: party,
  availability: { ...party, family: 'availability', criteria: 'It can, or cannot, be bought there from the maker.' },
  'camera.main.megapixels': spec('MP'),
  'camera.ultrawide.megapixels': spec('MP'),
  'camera.tele.megapixels': spec('MP'),
  'camera.macro.megapixels': spec('MP'),
  'camera.front.megapixels': spec('MP'),
  'camera.main.sensor': spec(),
  'camera.main.sensor_size': spec('in'),
  'camera.tele.zoom': spec('x'),
  'camera.rear.count': spec(''),
  'camera.total.count': spec(''),
  'battery.capacity': spec('mAh'),
  'battery.life': spec('h'),
  'charging.wired': spec('W'),
  'charging.wireless': spec('W'),
  chipset: spec(),
  'chipset.process': spec('nm'),
  'display.size': spec('in'),
  'display.outer.size': spec('in'),
  'display.type': spec(),
  'display.resolution': spec(),
  'display.refresh': spec('Hz'),
  storage: sizes,
  ram: sizes,
  os: spec(),
  ip_rating: spec(),
  connectivity: { ...spec(), answers: 'each' },
  weight: spec('g'),
  'output.resolution': spec(),
  'gpu.die': spec(),
  'gpu.cuda_cores': spec(''),
  'gpu.memory': spec('GB'),
  'gpu.memory_bus': spec('bit'),
  'power.tdp': spec('W'),
  'driving.autonomy': spec(),
};

/** What people call a subject whose key does not read as they would say it. */
const LABELS: Readonly<Record<string, string>> = {
  'production.start': 'start of production',
  'camera.main.megapixels': 'main camera',
  'camera.ultrawide.megapixels': 'ultra-wide camera',
  'camera.tele.megapixels': 'telephoto camera',
  'camera.macro.megapixels': 'macro camera',
  'camera.front.megapixels': 'front camera',
  'camera.main.sensor': 'sensor of the main camera',
  'camera.main.sensor_size': 'size of the main sensor',
  'camera.tele.zoom': 'telephoto zoom',
  'camera.rear.count': 'rear cameras',
  'camera.total.count': 'cameras in all',
  'charging.wired': 'wired charging',
  'charging.wireless': 'wireless charging',
  'chipset.process': 'process of the chip',
  'display.outer.size': 'outer display size',
  'display.refresh': 'refresh rate',
  ram: 'RAM',
  os: 'operating system',
  ip_rating: 'IP rating',
  'gpu.die': 'GPU die',
  'gpu.cuda_cores': 'CUDA cores',
  'gpu.memory': 'graphics memory',
  'gpu.memory_bus': 'memory bus',
  'power.tdp': 'thermal design power',
  'driving.autonomy': 'level of autonomous driving',
};

const entry = (key: string, traits: Traits): Subject => ({
  ...traits,
  key,
  label: LABELS[key] ?? key.replace(/^spec\./, '').replaceAll(/[._]/g, ' '),
  unit: traits.unit ?? null,
});

/** Every subject that is known by name, in the order in which a device is described. */
export const CATALOGUE: readonly Subject[] = Object.entries(TRAITS).map(([key, traits]) => entry(key, traits));

const BY_KEY: ReadonlyMap<string, Subject> = new Map(CATALOGUE.map((subject) => [subject.key, subject]));
const OTHER_SPEC = /^spec\.[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*$/;

/** The subject of that key: one of the catalogue, or any further `spec.…` as words; null for anything else. */
export function findSubject(key: string): Subject | null {
  return BY_KEY.get(key) ?? (key.length <= 80 && OTHER_SPEC.test(key) ? entry(key, spec()) : null);
}
