import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Answered } from './http/door.js';

/** Bounds of the durations that are told apart, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The methods that a label may be; anything else that somebody sends is `other`. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Figures of the program, as Prometheus reads them. No label of theirs is text that somebody sent. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'hearsay_http_request_duration_seconds',
    help: 'How long requests took, by their route.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  /** Notes how a request was answered, within so many milliseconds: under the pattern of its route, never its address. */
  answered({ method, route, status, took }: Answered): void {
    this.durations.observe({ method: METHODS.includes(method) ? method : 'other', route, status }, took / 1000);
  }

  /** Tells from now on also of memory, processor time and the event loop. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Everything, in the text format. */
  tell(): Promise<string> {
    return this.registry.metrics();
  }
}
