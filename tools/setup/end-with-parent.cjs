// Loaded into each service before its own code: it ends in order, too, when what started it was killed outright.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
