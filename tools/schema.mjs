import { main } from './setup/failure.mjs';
import { onInterruption } from './setup/interruption.mjs';
import { emitSchema } from './setup/stale-schema.mjs';

await main(() => emitSchema('schema.graphql', onInterruption()));
