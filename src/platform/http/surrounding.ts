import type { CallHandler, INestApplication, NestInterceptor, Type } from '@nestjs/common';
import { INTERCEPTORS_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { Observable } from 'rxjs';

/** A handler of a controller, as what stands around it looks at it. */
export interface Handler {
  readonly controller: Type<object>;
  readonly name: string;
  /** Whether it is for reading: what nobody may change anything by. */
  readonly isRead: boolean;
}

/** The same as it stands in a program. */
export interface RunningHandler extends Handler {
  readonly handler: object;
}

/** An interceptor of every route that has nothing to do at some of them. */
export interface SelectiveInterceptor extends NestInterceptor {
  /** Whether it does anything around a handler. */
  standsAround(handler: Handler): boolean;
}

/** What the framework keeps of a program while it is put together, as far as it is used here. */
interface Keeping {
  readonly config: { getGlobalInterceptors(): (NestInterceptor | SelectiveInterceptor)[] };
}

const GET = 0;

/**
 * Has the interceptors that stand around every route run as one, in their order, and only where they have something to do.
 * The framework would wrap each of them by itself, in an observable, a promise and a scope of its own, and a read that
 * nothing stands around in an observable all the same, which together cost more than many a read. To be called before the
 * routes are made, which look at what is said of their handlers.
 */
export function surroundAsOne(app: INestApplication): void {
  const all = (app as unknown as Keeping).config.getGlobalInterceptors().splice(0);
  for (const { handler, ...route } of handlersOf(app)) {
    const own = all.filter((each) => !('standsAround' in each) || each.standsAround(route));
    Reflect.defineMetadata(INTERCEPTORS_METADATA, own.length === 0 ? [] : [asOne(own)], handler);
  }
}

const asOne = (interceptors: readonly NestInterceptor[]): NestInterceptor => ({
  intercept: (context, next) =>
    interceptors
      .reduceRight<CallHandler>(
        (inner, each) => ({ handle: () => each.intercept(context, inner) as Observable<unknown> }),
        next,
      )
      .handle(),
});

/** Every handler of every controller. */
export function handlersOf(app: INestApplication): RunningHandler[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.keys()] as Type<object>[]);
  return controllers.flatMap((controller) =>
    new MetadataScanner().getAllMethodNames(controller.prototype as object).flatMap((name) => {
      const handler = (controller.prototype as Record<string, object>)[name]!;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as number | undefined;
      return method === undefined ? [] : [{ controller, name, handler, isRead: method === GET }];
    }),
  );
}
