const slotMs = 30_000;
const atLeastMs = 5_000;

/** For writes that make or change a contact: it is compared with the others then. In half minutes, so that a busy company asks for one job in each. */
export const comparing = (now = Date.now()): { findDuplicates: Date } => ({
  findDuplicates: new Date(Math.ceil((now + atLeastMs) / slotMs) * slotMs),
});
