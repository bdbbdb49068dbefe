import { Module } from '@nestjs/common';
import { Audit } from './audit.service.js';
import { Keys } from './keys.service.js';

/** Who may do what, and the trail of what was done. */
@Module({ providers: [Audit, Keys], exports: [Audit, Keys] })
export class AccessModule {}
