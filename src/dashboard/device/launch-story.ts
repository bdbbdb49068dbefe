import type { LaunchWindow } from '../../assessments/launch-window.js';
import type { Slip } from '../../assessments/slips.js';

/** When a device is expected in one region. */
export interface RegionStory extends LaunchWindow {
  /** ISO 3166 alpha-2, `EU` or `GLOBAL`; null where no region is named. */
  readonly region: string | null;
}

/** When a device is expected, as the page tells it. */
export interface LaunchStory extends RegionStory {
  /** How often it moved later, the oldest first. */
  readonly slips: readonly Slip[];
  /** The same for the other regions that somebody spoke of. */
  readonly elsewhere: readonly RegionStory[];
}
