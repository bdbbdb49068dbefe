import { Injectable } from '@nestjs/common';
import { CompanyBoard } from '../companies/company-board.service.js';
import type { CompanyRow } from '../companies/company.view.js';
import { DeviceBoard, type DeviceFilter } from '../devices/device-board.service.js';
import type { DeviceRow } from '../devices/device.view.js';
import type { Moment } from '../events/moments.service.js';
import type { Window } from '../platform/database/keyset.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';
import { QuestionBoard, type AskedQuestion } from './question-board.service.js';

/** What can be shown with a device beside what always is. */
export const DEVICE_EXPANSIONS = ['rumors', 'company'] as const;
export type DeviceExpansion = (typeof DEVICE_EXPANSIONS)[number];

/** What is shown with a device because it was asked for; what was not is missing. */
export interface DeviceExpanded {
  readonly rumors?: readonly RumorRow[];
  readonly company?: CompanyRow;
}

/** A device with what was asked for beside it. */
export type FiledDevice = DeviceRow & { readonly expanded: DeviceExpanded };

/** Puts devices together with what is kept about them elsewhere. */
@Injectable()
export class DeviceFile {
  constructor(
    private readonly devices: DeviceBoard,
    private readonly companies: CompanyBoard,
    private readonly rumors: RumorBoard,
    private readonly questions: QuestionBoard,
  ) {}

  /** A part of the devices of a filter, and one more where another part follows. */
  async page(
    filter: DeviceFilter,
    window: Window,
    moment: Moment,
    expand: readonly DeviceExpansion[],
  ): Promise<FiledDevice[]> {
    return this.expanded(await this.devices.page(filter, window, moment), moment, expand);
  }

  /** A device with its questions, the one that most reports speak to first. Refuses as `DeviceBoard.get` does. */
  async get(
    reference: string,
    moment: Moment,
    expand: readonly DeviceExpansion[],
  ): Promise<{ readonly device: FiledDevice; readonly questions: readonly AskedQuestion[] }> {
    const [device] = await this.expanded([await this.devices.get(reference, moment)], moment, expand);
    return { device: device!, questions: await this.questions.ofDevice(device!.id, {}, moment) };
  }

  private async expanded(
    rows: readonly DeviceRow[],
    moment: Moment,
    expand: readonly DeviceExpansion[],
  ): Promise<FiledDevice[]> {
    const wants = (what: DeviceExpansion): boolean => expand.includes(what) && rows.length > 0;
    const deviceIds = rows.map((row) => row.id);
    const rumors = wants('rumors') ? await this.rumors.list({ deviceIds }, moment) : null;
    const companies = wants('company') ? await this.companies.list(rows.map((row) => row.company_id)) : null;
    return rows.map((row) =>
      Object.assign(row, {
        expanded: {
          ...(rumors && { rumors: rumors.filter((rumor) => rumor.device_id === row.id) }),
          ...(companies && { company: companies.find((company) => company.id === row.company_id)! }),
        },
      }),
    );
  }
}
