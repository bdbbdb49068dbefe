import 'reflect-metadata';
import { startServer } from './server.js';

const { address, firstKey } = await startServer();
console.error(`Hearsay is at ${address}`);
if (firstKey !== null) console.error(`The key of the first admin, shown this once: ${firstKey}`);
