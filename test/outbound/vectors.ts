/** Ways to write 127.0.0.1, or another name of this machine. `PORT` stands for the port of the canary. */
const SPELLINGS = [
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0x7f.1:PORT/',
  'http://017700000001:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://0177.0.0.01:PORT/',
  'http://0x7f.0.0x0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://127。0。0。1:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://LOCALHOST:PORT/',
  'http://localhost.:PORT/',
  'http://127.255.255.254:PORT/',
];

/** Addresses of IPv6 that lead to this machine, to a network of one's own, or nowhere. */
const VERSION_6 = [
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[::ffff:0:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fe80::1%25lo]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[100::1]',
  '[3fff::1]',
  '[5f00::1]',
  '[fd00:ec2::254]',
].map((host) => `http://${host}:PORT/`);

/** Addresses of IPv4 that are no public ones. */
const VERSION_4 = [
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '192.88.99.1',
  '192.31.196.1',
  '192.52.193.1',
  '192.175.48.1',
].map((host) => `http://${host}:PORT/`);

/** Names, and where a look-up leads. */
export const NAMED: Readonly<Record<string, readonly string[]>> = {
  'loop.example': ['127.0.0.1'],
  'loop6.example': ['::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'mixed.example': ['8.8.8.8', '127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'private.example': ['192.168.1.1'],
  'shared.example': ['100.64.0.1'],
  'zero.example': ['0.0.0.0'],
  'translated.example': ['64:ff9b::7f00:1'],
  'local6.example': ['fd00::1'],
  'dotted.example': ['127.0.0.1'],
};

/** What an address may not look like, wherever it leads. */
const FORMS = [
  'http://user@127.0.0.1:PORT/',
  'http://public.example@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT#@public.example/',
  'http://127.0.0.1:PORT\\@public.example/',
  'http:\\\\127.0.0.1:PORT/',
  'http:/127.0.0.1:PORT/',
  'http:127.0.0.1:PORT/',
  ' http://127.0.0.1:PORT/',
  'http://127.0.0.1 :PORT/',
  'ht\ntp://127.0.0.1:PORT/',
  'http://127.0.0.1\u0000:PORT/',
  'http://127.0.0.1%00:PORT/',
  'http://127.0.0.1%20:PORT/',
  'http://user:word@public.example/',
  'http://localhost:PORT\t/',
  'http:///127.0.0.1:PORT/',
];

/** What is no web page. */
const SCHEMES = [
  'file:///etc/passwd',
  'ftp://127.0.0.1:PORT/',
  'gopher://127.0.0.1:PORT/_GET',
  'data:text/plain,here',
  'blob:http://127.0.0.1:PORT/a',
  'javascript:fetch("http://127.0.0.1:PORT/")',
  'jar:http://127.0.0.1:PORT/a!/',
  'unix:/var/run/docker.sock',
  'http+unix://%2Fvar%2Frun%2Fdocker.sock/info',
  'about:blank',
  'ws://127.0.0.1:PORT/',
  'view-source:http://127.0.0.1:PORT/',
];

/** Ports that are not asked even of a public host. */
const PORTS = ['http://public.example:22/', 'http://public.example:6379/'];

/** Every address that must not be asked. */
export const VECTORS: readonly string[] = [
  ...SPELLINGS,
  ...VERSION_6,
  ...VERSION_4,
  ...Object.keys(NAMED).map((name) => `http://${name}${name === 'dotted.example' ? '.' : ''}:PORT/`),
  ...FORMS,
  ...SCHEMES,
  ...PORTS,
];
