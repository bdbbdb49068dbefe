import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Audit } from './audit.service.js';
import { Credentials } from './credentials.service.js';
import { KeysController } from './keys.controller.js';
import { Keys } from './keys.service.js';
import { MeController } from './me.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.service.js';

/** Who may do what, and the trail of what was done. */
@Module({
  controllers: [KeysController, MeController, SignInController],
  providers: [Audit, Keys, SignIn, Credentials, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Audit, Keys, SignIn, Credentials],
})
export class AccessModule {}
