// Preloaded in every process the portal starts: when the parent dies, even killed, the channel
// closes and the process leaves with those it started, instead of holding the port for ever.
// The flag is inherited by the workers of Next and vitest, which manage their own channel.
if (process.channel && process.env.GUICHET_PARENT === String(process.ppid)) {
  process.once("disconnect", () => {
    try {
      process.kill(-process.pid, "SIGKILL");
    } catch {
      process.exit(1);
    }
  });
  process.channel.unref();
}
