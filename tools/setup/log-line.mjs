/** Fields of a log line that say nothing beside its message. */
const silent = new Set(['level', 'time', 'msg', 'err', 'pid', 'hostname']);

/** A line of a log in JSON as a person reads it; any other line as it is. */
export function readable(line) {
  if (!line.startsWith('{"')) return line;
  try {
    const entry = JSON.parse(line);
    if (typeof entry.msg !== 'string') return line;
    const rest = Object.entries(entry).filter(([key]) => !silent.has(key));
    return [
      ...(entry.level >= 50 ? ['ERROR'] : entry.level >= 40 ? ['WARNING'] : []),
      entry.msg,
      ...rest.map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`),
      ...(entry.err ? [`\n${entry.err.stack ?? entry.err.message ?? JSON.stringify(entry.err)}`] : []),
    ].join(' ');
  } catch {
    return line;
  }
}
