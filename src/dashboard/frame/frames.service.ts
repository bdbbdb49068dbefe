import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { may, type Actor } from '../../access/actor.js';
import { actorOf } from '../../access/roles.js';
import { Demo } from '../../demo/demo.service.js';
import { Clock } from '../../platform/clock.js';
import { Settings } from '../../platform/settings.js';
import { tourOf, type Tour } from '../demo/tour.js';
import { dayAt } from '../wording.js';
import { Frame } from './frame.js';
import { islands } from './islands.js';
import { styleSheet } from './style-sheet.js';

/** What a page is, apart from its frame. */
export interface Leaf {
  readonly title: string;
  readonly body: VNode;
  /** The slug of the device whose feed follows the page, or `all`; null where none does. */
  readonly feed?: string | null;
  /** Whether something stands on it that is shown once, so that not even a browser may keep it. */
  readonly isSecret?: boolean;
}

/** Puts pages into their frame: who is signed in, where one is, and whether the clock is held. */
@Injectable()
export class Frames {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly demo: Demo,
  ) {}

  /**
   * Answers a request with a page. It is about who looks, so nobody in between may keep it. Our own pages are told where
   * a form comes from: with `no-referrer` a browser sends `Origin: null`, and every signed-in form would be refused.
   */
  send(leaf: Leaf, request: FastifyRequest, reply: FastifyReply, status = 200): FastifyReply {
    return reply
      .code(status)
      .headers({
        'Cache-Control': leaf.isSecret === true ? 'no-store' : 'private, no-cache',
        'Referrer-Policy': 'same-origin',
      })
      .type('text/html; charset=utf-8')
      .send(this.document(leaf, request));
  }

  /** A page as the text of an HTML document. */
  document({ title, body, feed = null }: Leaf, request: FastifyRequest): string {
    const actor = actorOf(request);
    const props = {
      title,
      feed,
      path: request.url.split('?', 1)[0] ?? '/',
      actor,
      heldOn: this.settings.clockHeldAt === null ? null : dayAt(this.clock.now()),
      tour: this.tour(request.method === 'GET' ? request.url : '/', actor),
      styles: `/assets/${styleSheet().name}`,
      scripts: `/assets/islands/${islands().name}`,
    };
    return `<!doctype html>${render(h(Frame, { ...props, children: body }))}`;
  }

  private tour(url: string, actor: Actor | null): Tour | null {
    const { guide, nextDay } = this.demo;
    if (guide === null) return null;
    const mayPlay = actor !== null && may(actor, 'editor');
    return tourOf(guide, { url, today: dayAt(this.clock.now()), next: mayPlay ? nextDay : null });
  }
}
