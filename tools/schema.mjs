import { main } from './setup/failure.mjs';
import { onInterruption } from './setup/interruption.mjs';
import { updateSchema } from './setup/stale-schema.mjs';

await main(() => updateSchema(onInterruption()));
