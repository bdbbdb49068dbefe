/**
 * Loaded into a measured server before its own code: tells its parent how much processor time and memory it uses, and
 * ends with its parent, however that ends.
 */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 2 ** 20 });
});
process.on('disconnect', () => process.exit());
process.channel?.unref();
