import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../access/roles.js';
import { Fault } from '../../platform/fault.js';
import { MARK } from './mark.js';
import { styleSheet } from './style-sheet.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

/** What the pages are made with. Nothing of it is loaded from elsewhere. */
@ApiExcludeController()
@Public()
@Controller('assets')
export class AssetsController {
  @Get(':name')
  getAsset(@Param('name') name: string, @Res() reply: FastifyReply) {
    const styles = styleSheet();
    if (name === styles.name) {
      return reply.header('Cache-Control', FOR_EVER).type('text/css; charset=utf-8').send(styles.text);
    }
    if (name === 'mark.svg') return reply.header('Cache-Control', A_DAY).type('image/svg+xml').send(MARK);
    throw new Fault('not_found', 'unknown-asset', `There is no ${name}; load the page again.`);
  }
}
