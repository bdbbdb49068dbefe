import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../fixtures/contract.js';
import { Contract } from './contract.js';

/** Somebody who knows nothing but the contract and a key. */
export interface Consumer {
  readonly api: Client<paths>;
  /** Every operation that was asked for, by name, in the order in which they first were. */
  readonly used: ReadonlySet<string>;
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** Reads the contract at an address, and holds every answer against it. */
export async function consumerAt(baseUrl: string, key: string): Promise<Consumer> {
  const contract = new Contract((await (await fetch(`${baseUrl}/v1/openapi.json`)).json()) as object);
  const api = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${key}` } });
  const used = new Set<string>();
  api.use({
    async onResponse({ request, response }) {
      const { pathname } = new URL(request.url);
      const operation = contract.operations.find(
        ({ method, path }) => method === request.method && patternOf(path).test(pathname),
      );
      if (!operation) throw new Error(`the contract knows no ${request.method} ${pathname}`);
      used.add(operation.id);
      const told = operation.responses[String(response.status)];
      if (!told) throw new Error(`the contract knows no ${response.status} of ${operation.id}`);
      const [type = '', content] = Object.entries(told.content ?? {})[0] ?? [];
      const text = await response.clone().text();
      if (content === undefined) return expect(text).toBe('');
      expect(response.headers.get('content-type')).toContain(type);
      expect(contract.mistakesIn(JSON.parse(text), content.schema)).toBeNull();
    },
  });
  return { api, used };
}

/** The body of an answer that must be a success; throws what the problem says else. */
export function good<Data>(answer: { readonly data?: Data; readonly error?: unknown }): NonNullable<Data> {
  if (answer.data === undefined || answer.data === null) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}
