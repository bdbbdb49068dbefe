import type { QuestionStory } from '../rumor/rumor-story.js';
import type { DeviceView, StatementView } from '../views.js';
import type { LaunchStory } from './launch-story.js';

/** Everything that the page of a device tells. */
export interface DeviceStory {
  readonly device: DeviceView;
  readonly questions: readonly QuestionStory[];
  readonly statements: readonly StatementView[];
  /** Null where nobody has spoken of a launch. */
  readonly launch: LaunchStory | null;
  /** The day on which this was known, `YYYY-MM-DD`; null for now. */
  readonly asOf: string | null;
  /** The instant as of which it is told, epoch milliseconds. */
  readonly at: number;
  /** The present day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly mayVerify: boolean;
}
