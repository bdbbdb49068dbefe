import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { compared } from '../figures.mjs';
import { settingsFor } from '../program.mjs';
import { Server } from '../server.mjs';

/** How long a process takes from its start to its end, in milliseconds. */
async function ended(args, options) {
  const from = performance.now();
  const [code] = await once(spawn(process.execPath, args, { ...options, stdio: 'ignore' }), 'exit');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return performance.now() - from;
}

/** Starting, beside an empty process of Node and the bare server. */
export async function startup({ program, folder, size }, file) {
  const options = { cwd: folder, env: { ...process.env, ...settingsFor(file) } };
  const times = { node: [], help: [], devices: [], server: [], floor: [] };
  const memory = { program: [], floor: [] };
  for (let round = 0; round < size.rounds; round += 1) {
    times.node.push(await ended(['-e', '0'], options));
    times.help.push(await ended([program.file('cli'), '--help'], options));
    times.devices.push(await ended([program.file('cli'), 'devices'], options));
    for (const name of ['program', 'floor']) {
      const server = name === 'program' ? await program.serve(file) : await Server.floor(file, folder);
      times[name === 'program' ? 'server' : 'floor'].push(server.readyMs);
      memory[name].push((await server.usage()).memoryMb);
      await server.stop();
    }
  }
  return {
    'hearsay --help': compared(times.help, times.node),
    'hearsay devices': compared(times.devices, times.node),
    'server ready': compared(times.server, times.floor),
    'memory of the idle server': compared(memory.program, memory.floor),
  };
}
