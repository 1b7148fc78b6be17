const minuteMs = 60_000;

/** For writes that make or change a contact: it is compared with the others then. In full minutes, so that a busy company asks for one job in each. */
export const comparing = (now = Date.now()): { findDuplicates: Date } => ({
  findDuplicates: new Date(Math.ceil((now + minuteMs / 2) / minuteMs) * minuteMs),
});
