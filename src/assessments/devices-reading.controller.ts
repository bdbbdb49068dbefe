import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { DEVICE_SORTS } from '../devices/device-board.service.js';
import { Lists } from '../events/lists.service.js';
import { Moments } from '../events/moments.service.js';
import { Named } from '../evidence/named.service.js';
import { Answers } from '../platform/http/answers.js';
import { showVersion } from '../platform/http/conditions.js';
import { reference } from '../platform/http/reference.pipe.js';
import { DeviceFileAnswer, FiledDevicePage } from './device-file.answer.js';
import { DeviceFile } from './device-file.service.js';
import { viewDeviceFile, viewFiledDevice } from './device-file.view.js';
import { DeviceQueryDto, DevicesQueryDto } from './device-reading.dto.js';

/** Devices, as everybody reads them. */
@Roles('reader')
@Controller('v1/devices')
export class DevicesReadingController {
  constructor(
    private readonly lists: Lists,
    private readonly moments: Moments,
    private readonly file: DeviceFile,
    private readonly named: Named,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the devices' })
  @Answers(FiledDevicePage)
  listDevices(@Query() query: DevicesQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { company, sort = '-last_report_at', expand = [] } = query;
    const list = { name: 'devices', sort: DEVICE_SORTS[sort], view: viewFiledDevice };
    return this.lists.answer(
      {
        ...list,
        read: async (window, moment) => {
          const { companyId } = await this.named.in({ company }, moment);
          return this.file.page({ ...filterOf(query), companyId }, window, moment, expand);
        },
      },
      query,
      reply,
    );
  }

  @Get(':device')
  @ApiOperation({ summary: 'Show a device with its headline questions' })
  @Answers(DeviceFileAnswer)
  getDevice(
    @Param('device', reference('dev')) device: string,
    @Query() { as_of: asOf, expand = [] }: DeviceQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.moments.read(asOf, async (moment) => {
      const file = await this.file.get(device, moment, expand);
      showVersion(reply, file.device.version);
      return viewDeviceFile(file);
    });
  }
}

const filterOf = (query: DevicesQueryDto) => ({
  words: query.q,
  category: query.category,
  lifecycle: query.status,
  minConfidence: query.min_confidence,
  launchFrom: query.launch_from,
  launchTo: query.launch_to,
  region: query.region,
  changedSince: query.changed_since,
});
