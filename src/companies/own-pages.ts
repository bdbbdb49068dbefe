/** Whether an address lies at one of the hosts at which a company speaks for itself, or beneath one (`news.mi.com`). */
export function isAtHome(address: string | null, domains: readonly string[]): boolean {
  if (address === null || !URL.canParse(address)) return false;
  const host = new URL(address).hostname;
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Hosts as addresses name them, in small letters and Punycode, each once. */
export const hostsOf = (hosts: readonly string[]): string[] => [
  ...new Set(hosts.map((host) => new URL(`https://${host}`).hostname)),
];
