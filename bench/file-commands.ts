import { Command } from 'commander';
import { measureArchive } from './archive';
import { measureExport } from './export';
import { measureExportBack } from './export-back';
import { measureImport } from './import/import';
import { positive } from './numbers';
import { withThrowAwayDatabase } from './throw-away';

/** Contacts, and companies whole, out into files and in from them. */
export const fileCommands: readonly Command[] = [
  new Command('archive')
    .description(
      'one large company out into a file while it is written to, in again under another name, and out once more; fails where rows or checksums differ, or memory reaches 300 MB (Linux)',
    )
    .option('--messages <count>', 'how many messages', positive, 1_000_000)
    .action((options) => withThrowAwayDatabase((url) => measureArchive(url, options))),

  new Command('export')
    .description(
      'contacts as a file: its first byte, rows a second, and memory of the API meanwhile; fails where the first byte takes 200 ms or memory grows by more than 50 MB (Linux)',
    )
    .option('--contacts <count>', 'how many contacts', positive, 100_000)
    .action((options) => withThrowAwayDatabase((url) => measureExport(url, options))),

  new Command('export-back')
    .description('contacts as a file, imported into another company: fails where what that one exports is not the same')
    .option('--contacts <count>', 'how many contacts', positive, 100_000)
    .action((options) => withThrowAwayDatabase((url) => measureExportBack(url, options))),

  new Command('import')
    .description(
      'contacts from a file through the page in Chromium, with broken rows: counts, rows a second and memory; its mended rows; undone to the byte; and once more, killed half-way (Linux; after a build)',
    )
    .option('--rows <count>', 'how many rows', positive, 100_000)
    .action((options) => measureImport(options)),
];
