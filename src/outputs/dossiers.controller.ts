import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Moments } from '../events/moments.service.js';
import { Answers } from '../platform/http/answers.js';
import { reference } from '../platform/http/reference.pipe.js';
import { alsoVaryBy } from '../platform/http/varying.js';
import { Settings } from '../platform/settings.js';
import { claimReviews } from './claim-review.js';
import { preferredForm } from './accepted-form.js';
import { DossierAnswer } from './dossier.answer.js';
import { DOSSIER_TYPES, DossierQueryDto } from './dossier.dto.js';
import { dossierMarkdown } from './dossier.markdown.js';
import { Dossiers } from './dossier.service.js';
import { viewDossier } from './dossier.view.js';

/** One page about a device, for whoever decides by it. */
@Roles('reader')
@Controller('v1/devices/:device/dossier')
export class DossiersController {
  constructor(
    private readonly moments: Moments,
    private readonly dossiers: Dossiers,
    private readonly settings: Settings,
  ) {}

  /** Not kept by its address: what is answered follows from `Accept` as well. */
  @Get()
  @RouteConfig({ produces: [...Object.values(DOSSIER_TYPES), 'application/problem+json'], isUnkept: true })
  @ApiOperation({ summary: 'Show one page about a device, as JSON, Markdown or the reviews of its resolved rumors' })
  @Answers(DossierAnswer)
  async getDossier(
    @Param('device', reference('dev')) device: string,
    @Query() { as_of: asOf, format }: DossierQueryDto,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const dossier = await this.moments.read(asOf, async (moment) =>
      viewDossier(await this.dossiers.of(device, moment)),
    );
    const wanted = format ?? preferredForm(accept ?? '');
    alsoVaryBy(reply, 'Accept');
    if (wanted === 'json') return dossier;
    void reply.header('Content-Type', `${DOSSIER_TYPES[wanted]}; charset=utf-8`);
    if (wanted === 'md') return dossierMarkdown(dossier);
    return JSON.stringify(claimReviews(dossier, this.settings.publicUrl ?? ''));
  }
}
