import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Preparation } from '../platform/http/preparing.js';
import type { WebhookTestAnswer } from './webhook.answer.js';
import { WebhookDesk } from './webhook-desk.service.js';

/** What a receiver makes of a first event: it is asked before the act in which the answer is kept. */
@Injectable()
export class WebhookTrial implements Preparation<WebhookTestAnswer> {
  constructor(private readonly desk: WebhookDesk) {}

  /** @throws Fault not found `unknown-webhook` */
  prepare({ params }: FastifyRequest): Promise<WebhookTestAnswer> {
    const { webhook } = params as { readonly webhook: string };
    return this.desk.test(webhook);
  }
}
