import { givenSettings, Settings } from './settings.js';

/** Where a setting comes from, and how it is shown: what is secret in it is not. */
export interface SettingOrigin {
  readonly variable: string;
  readonly origin: 'environment' | '.env' | 'default';
  readonly value: string;
}

/** Where each setting comes from, in the words in which it was given. A password is never among them. */
export function settingOrigins(...place: Parameters<typeof givenSettings>): SettingOrigin[] {
  const defaults = new Settings();
  return givenSettings(...place).map(({ setting, variable, given, inFile }) => {
    const origin = given !== undefined ? 'environment' : inFile !== undefined ? '.env' : 'default';
    const value = given ?? inFile ?? String(defaults[setting] ?? '');
    return { variable, origin, value: withoutSecrets(variable, value) };
  });
}

const withoutSecrets = (variable: string, value: string): string =>
  /PASSWORD|SECRET|TOKEN/.test(variable) && value !== '' ? '•••' : value.replace(/(:\/\/[^/@:]*):[^@]*@/, '$1:•••@');
