import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Metrics } from '../platform/metrics.service.js';
import type { DeliveryStatus } from './webhook.entity.js';

/** Counts what comes of attempts to tell receivers, for whoever watches the program. */
@Injectable()
export class WebhookFigures {
  private readonly attempts: Counter<'outcome'>;

  constructor(metrics: Metrics) {
    this.attempts = new Counter({
      name: 'hearsay_webhook_attempts_total',
      help: 'Attempts to post events to receivers, by what became of the event.',
      labelNames: ['outcome'],
      registers: [metrics.registry],
    });
  }

  /** Counts an attempt: received, to be tried again, or given up. */
  attempted(status: DeliveryStatus): void {
    this.attempts.inc({ outcome: { delivered: 'received', pending: 'retried', failed: 'given_up' }[status] });
  }
}
