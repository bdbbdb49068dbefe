import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { Ingestions } from '../../ingestion/ingestions.service.js';
import { viewOutcome } from '../../ingestion/ingestion.view.js';
import { Fault } from '../../platform/fault.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { Frames } from '../frame/frames.service.js';
import { IngestFormDto } from './ingest-form.dto.js';
import { ingestPage } from './ingest-page.js';
import { OutcomeReader } from './outcome-reader.service.js';
import { PasteBox } from './paste-box.service.js';
import { actOf, faultsOf, pasteOf, tokenOf, type Paste } from './paste.js';
import { previewPage } from './preview-page.js';
import { resultPage, waitingPage } from './result-page.js';

const TITLE = 'Read an article';

/** The paste box: what an article would do, then doing it. */
@ApiExcludeController()
@Roles('reader')
@Controller('ingest')
export class IngestPageController {
  constructor(
    private readonly ingestions: Ingestions,
    private readonly box: PasteBox,
    private readonly outcomes: OutcomeReader,
    private readonly frames: Frames,
  ) {}

  /** The paste box; a bookmark may bring a selection along. */
  @Get()
  showPasteBox(@Query() query: IngestFormDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { paste, isSample } = this.box.open(query);
    const body = ingestPage({ paste, faults: [], isSample, origin: this.box.originFor(request) });
    return this.frames.send({ title: TITLE, body }, request, reply);
  }

  @Post()
  @HttpCode(200)
  @AcceptsForm()
  async preview(
    @Body() form: IngestFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    let paste = pasteOf(form);
    try {
      paste = await this.box.fill(paste, actor);
      const outcome = viewOutcome(await this.ingestions.handIn(actOf(paste), actor, 'dry_run'));
      return this.frames.send({ title: TITLE, body: previewPage({ paste, outcome, actor }) }, request, reply);
    } catch (error) {
      return this.refuse(paste, error, { request, reply });
    }
  }

  @Post('commit')
  @Roles('editor')
  @AcceptsForm()
  async commit(
    @Body() form: IngestFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const paste = pasteOf(form);
    try {
      assertPreviewed(paste, form.token);
      const { ingestion } = await this.ingestions.handIn(actOf(paste), actor, 'commit');
      return reply.redirect(`/ingest/${ingestion.id}`, 303);
    } catch (error) {
      return this.refuse(paste, error, { request, reply });
    }
  }

  /** Keeps an article for a review, on whose page each claim can be corrected. */
  @Post('review')
  @Roles('contributor')
  @AcceptsForm()
  async handInForReview(
    @Body() form: IngestFormDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const paste = pasteOf(form);
    try {
      assertPreviewed(paste, form.token);
      const { ingestion } = await this.ingestions.handIn(actOf(paste), actor, 'review');
      await this.outcomes.foresee(ingestion);
      const isWaiting = ingestion.status === 'ready';
      return reply.redirect(isWaiting ? `/review/articles/${ingestion.id}` : `/ingest/${ingestion.id}`, 303);
    } catch (error) {
      return this.refuse(paste, error, { request, reply });
    }
  }

  @Get(':ingestion')
  async showResult(
    @Param('ingestion', identifier('ing')) id: string,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.outcomes.read(id);
    const props = { outcome, actor, standing: await this.outcomes.standing(outcome) };
    const body = outcome.status === 'committed' ? resultPage(props) : waitingPage(outcome);
    return this.frames.send({ title: outcome.title, body }, request, reply);
  }

  private refuse(paste: Paste, error: unknown, { request, reply }: Exchange) {
    if (!(error instanceof Fault) || error.kind === 'internal' || error.kind === 'unavailable') throw error;
    const origin = this.box.originFor(request);
    const leaf = { title: TITLE, body: ingestPage({ paste, faults: faultsOf(error), origin }) };
    return this.frames.send(leaf, request, reply, 422);
  }
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

function assertPreviewed(paste: Paste, token: string | undefined): void {
  if (token === tokenOf(paste)) return;
  throw new Fault('invalid', 'not-previewed', 'This is not what was previewed: look at the preview, then commit.');
}
