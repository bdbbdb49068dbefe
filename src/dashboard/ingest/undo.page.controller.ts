import { Body, Controller, Param, Post, Redirect, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { OnceByForm } from '../forms/once.interceptor.js';
import { ArticleUndo } from './article-undo.service.js';
import { UndoFormDto } from './ingest-form.dto.js';

/** The buttons that take back what an article did, and put it back. */
@ApiExcludeController()
@Roles('editor')
@UseInterceptors(OnceByForm)
@Controller('ingest/:ingestion')
export class UndoPageController {
  constructor(private readonly undo: ArticleUndo) {}

  @Post('take-back')
  @AcceptsForm()
  @Redirect('/ingest', 303)
  async takeBack(
    @Param('ingestion', identifier('ing')) id: string,
    @Body() _form: UndoFormDto,
    @ActorOf() actor: Actor,
  ) {
    await this.undo.takeBack(id, actor);
    return { url: `/ingest/${id}`, statusCode: 303 };
  }

  @Post('put-back')
  @AcceptsForm()
  @Redirect('/ingest', 303)
  async putBack(
    @Param('ingestion', identifier('ing')) id: string,
    @Body() _form: UndoFormDto,
    @ActorOf() actor: Actor,
  ) {
    await this.undo.putBack(id, actor);
    return { url: `/ingest/${id}`, statusCode: 303 };
  }
}
