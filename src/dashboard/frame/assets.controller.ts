import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../access/roles.js';
import { Fault } from '../../platform/fault.js';
import { MARK } from './mark.js';
import { STYLES, STYLES_NAME } from './style-sheet.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

/** What the pages are made with. Nothing of it is loaded from elsewhere. */
@ApiExcludeController()
@Public()
@Controller('assets')
export class AssetsController {
  @Get(':name')
  getAsset(@Param('name') name: string, @Res() reply: FastifyReply) {
    if (name === STYLES_NAME) {
      return reply.header('Cache-Control', FOR_EVER).type('text/css; charset=utf-8').send(STYLES);
    }
    if (name === 'mark.svg') return reply.header('Cache-Control', A_DAY).type('image/svg+xml').send(MARK);
    throw new Fault('not_found', 'unknown-asset', `There is no ${name}; load the page again.`);
  }
}
