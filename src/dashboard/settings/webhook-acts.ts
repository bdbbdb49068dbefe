import { checked } from '../../platform/validation.js';
import { RegisterWebhookDto, ReviseWebhookDto } from '../../webhooks/webhook.dto.js';
import { shareOf } from './alert-acts.js';
import type { WebhookFormDto } from './webhook-forms.dto.js';

/** What is said of a number that cannot be, as it is typed. */
export const WEBHOOK_WORDS = { filter_min_delta: 'It must be a number of percentage points from 0 to 100.' } as const;

const typed = (text: string | undefined): string => text?.trim() ?? '';

/** Which events a form asks for; null where it asks for all of them. */
function filterOf({ filter_device, filter_company, filter_min_delta }: WebhookFormDto): object | null {
  const [device, company, least] = [filter_device, filter_company, filter_min_delta].map(typed);
  if (!device && !company && !least) return null;
  return {
    ...(device && { device }),
    ...(company && { company }),
    ...(least && { min_delta: shareOf(least) }),
  };
}

/**
 * The receiver that a form stands for.
 *
 * @throws Fault `invalid-input` with a pointer for each field that is wrong
 */
export const receiverOf = (form: WebhookFormDto): RegisterWebhookDto => checked(RegisterWebhookDto, said(form));

/** The change of a receiver that a form stands for: all that it shows. Refuses as `receiverOf` does. */
export const receiverChangeOf = (form: WebhookFormDto): ReviseWebhookDto => checked(ReviseWebhookDto, said(form));

function said(form: WebhookFormDto): object {
  const { types = [], format } = form;
  return {
    url: typed(form.url),
    types,
    filter: filterOf(form),
    description: typed(form.description),
    ...(typed(format) !== '' && { format: typed(format) }),
  };
}
