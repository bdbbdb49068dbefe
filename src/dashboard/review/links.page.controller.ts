import { Body, Controller, Param, Post, Redirect, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { OnceByForm } from '../forms/once.interceptor.js';
import { EvidenceReview } from '../../evidence/evidence-review.service.js';
import { ReportReview } from '../../evidence/report-review.service.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { ProposalCommits } from '../../proposals/proposal-commits.service.js';
import { ProposalReview } from '../../proposals/proposal-review.service.js';
import { acts } from './acts.js';
import { decided } from './decided.js';
import { DecideFormDto, seenIn, VerdictFormDto } from './review-forms.dto.js';

/** The decisions about links, origins and proposals that the page of what waits offers to editors. */
@ApiExcludeController()
@Roles('editor')
@UseInterceptors(OnceByForm)
@Controller('review')
export class LinksPageController {
  constructor(
    private readonly evidence: EvidenceReview,
    private readonly reports: ReportReview,
    private readonly proposals: ProposalReview,
    private readonly commits: ProposalCommits,
  ) {}

  @Post('evidence/:evidence')
  @AcceptsForm()
  @Redirect('/review', 303)
  async decideEvidence(
    @Param('evidence', identifier('ev')) id: string,
    @Body() form: DecideFormDto,
    @ActorOf() actor: Actor,
  ) {
    await this.evidence.revise(id, acts.ofLink(form), seenIn(form), actor);
    return decided(form.decision === 'yes' ? 'accepted' : 'turned-down');
  }

  @Post('origins/:report')
  @AcceptsForm()
  @Redirect('/review', 303)
  async decideOrigin(
    @Param('report', identifier('rep')) id: string,
    @Body() form: DecideFormDto,
    @ActorOf() actor: Actor,
  ) {
    await this.reports.revise(id, acts.ofOrigin(form), seenIn(form), actor);
    return decided(form.decision === 'yes' ? 'confirmed' : 'split');
  }

  @Post('proposals/:proposal')
  @AcceptsForm()
  @Redirect('/review', 303)
  async decideProposal(
    @Param('proposal', identifier('prp')) id: string,
    @Body() form: DecideFormDto,
    @ActorOf() actor: Actor,
  ) {
    if (form.decision === 'yes') {
      await this.commits.commit(id, seenIn(form), actor);
      return decided('resolved');
    }
    await this.proposals.revise(id, acts.ofRefusal(form), seenIn(form), actor);
    return decided('turned-down');
  }

  @Post('proposals/:proposal/verdict')
  @AcceptsForm()
  @Redirect('/review', 303)
  async changeVerdict(
    @Param('proposal', identifier('prp')) id: string,
    @Body() form: VerdictFormDto,
    @ActorOf() actor: Actor,
  ) {
    const { rumor, outcome } = form;
    await this.proposals.revise(id, { verdicts: [{ rumor, outcome }] }, seenIn(form), actor);
    return decided('changed');
  }
}
