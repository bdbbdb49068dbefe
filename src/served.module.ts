import { Module } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';

/** The program as it is served: every room, and the pages, which no command needs. */
@Module({ imports: [AppModule, DashboardModule] })
export class ServedModule {}
