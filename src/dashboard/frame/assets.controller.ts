import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../access/roles.js';
import { Fault } from '../../platform/fault.js';
import { islands } from './islands.js';
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
    throw unknown(name);
  }

  /** The scripts name one another by their place in one folder, whose name changes with any of them. */
  @Get('islands/:folder/:name')
  getIsland(@Param('folder') folder: string, @Param('name') name: string, @Res() reply: FastifyReply) {
    const kept = islands();
    const text = folder === kept.name ? kept.files.get(name) : undefined;
    if (text === undefined) throw unknown(name);
    return reply.header('Cache-Control', FOR_EVER).type('text/javascript; charset=utf-8').send(text);
  }
}

const unknown = (name: string): Fault =>
  new Fault('not_found', 'unknown-asset', `There is no ${name}; load the page again.`);
