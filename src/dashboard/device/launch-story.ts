import type { LaunchWindow } from '../../assessments/launch-window.js';
import type { Slip } from '../../assessments/slips.js';

/** When a device is expected, as the page tells it. */
export interface LaunchStory extends LaunchWindow {
  /** The region that it speaks of; null for any. */
  readonly region: string | null;
  /** How often it moved later, the oldest first. */
  readonly slips: readonly Slip[];
}
