import { checked } from '../../platform/validation.js';
import { ReviseSubscriptionDto, WatchDto } from '../../subscriptions/subscription.dto.js';
import type { ReviseWatchFormDto, WatchFormDto } from './subscription-forms.dto.js';

const typed = (text: string | undefined): string => text?.trim() ?? '';

/**
 * The act that a form for something to watch stands for.
 *
 * @throws Fault `invalid-input` with a pointer for each field that is wrong
 */
export function watchOf(form: WatchFormDto): WatchDto {
  const [name, grade, interval] = [typed(form.source_name), typed(form.source_grade), typed(form.interval)];
  const kind = typed(form.source_kind);
  const vouched = grade === '' ? { vetted: false } : { vetted: true, grade };
  return checked(WatchDto, {
    url: typed(form.url),
    auto_commit: form.auto_commit === 'yes',
    ...(interval !== '' && { interval }),
    ...(name !== '' && { source: { name, ...(kind !== '' && { kind }), ...vouched } }),
  });
}

/** The change that a form stands for. Refuses as `watchOf` does. */
export const revisionOf = ({ status, interval, auto_commit: commits }: ReviseWatchFormDto): ReviseSubscriptionDto =>
  checked(ReviseSubscriptionDto, {
    ...(status !== undefined && { status }),
    ...(interval !== undefined && { interval }),
    ...(commits !== undefined && { auto_commit: commits === 'yes' }),
  });
