// Preloaded in every process the portal starts: when the parent dies, even killed, the channel
// closes and the process leaves with those it started, instead of holding the port for ever.
if (process.channel) {
  process.once("disconnect", () => {
    try {
      process.kill(-process.pid, "SIGKILL");
    } catch {
      process.exit(1);
    }
  });
  process.channel.unref();
}
