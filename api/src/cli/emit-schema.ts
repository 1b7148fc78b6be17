import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { printApiSchema } from '../schema';

const target = resolve(__dirname, '../../../schema.graphql');
writeFileSync(target, printApiSchema());
process.stdout.write(`wrote ${target}\n`);
