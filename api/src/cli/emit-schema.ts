import { writeFileSync } from 'node:fs';
import { printApiSchema } from './print-schema';

const target = process.argv[2];
if (!target) throw new Error('expected the path of the file to write');
writeFileSync(target, printApiSchema());
