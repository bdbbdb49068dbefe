import { viewLaunchWindow } from '../assessments/launch-window.view.js';
import { likely, viewDevice } from '../devices/device.view.js';
import { sayInstant } from '../platform/instant.js';
import { viewResolution } from '../resolutions/resolution.view.js';
import { viewRumor } from '../rumors/rumor.view.js';
import { viewStatement } from '../statements/statement.view.js';
import type { DossierAnswer } from './dossier.answer.js';
import type { Dossier } from './dossier.service.js';
import type { Headline } from './headlines.service.js';

function viewHeadline({ rumor, answers, sources, lever }: Headline): DossierAnswer['headlines'][number] {
  return {
    rumor: viewRumor(rumor),
    answers,
    sources,
    changes_most: lever && {
      evidence_id: lever.evidenceId,
      source: lever.source,
      confidence_without: likely(lever.probability),
    },
  };
}

/** What one page tells about a device, as it is shown. */
export function viewDossier({ device, launch, at, ...told }: Dossier): DossierAnswer {
  return {
    device: viewDevice(device),
    launch: viewLaunchWindow(device, launch, { by: null, at }),
    headlines: told.headlines.map(viewHeadline),
    moved: told.moved.map(viewRumor),
    official: told.official.map(viewStatement),
    resolved: told.resolved.map(viewResolution),
    as_of: sayInstant(at),
  };
}
