import type { SeenVersions } from '../../platform/version.js';

/** The version that a form has seen; null where it says none. */
export const seenIn = ({ version }: { readonly version?: string }): SeenVersions =>
  version === undefined ? null : [Number(version)];
