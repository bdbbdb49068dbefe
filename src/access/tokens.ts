import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new secret of 256 random bits, in hexadecimal. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('hex');

/** What is kept of a secret: its SHA-256, in hexadecimal. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
