import { longRead } from '../database/long-read';
import type { WholeExport } from '../export/export';
import { badArgument } from '../graphql/errors';
import type { Feature } from '../graphql/feature';
import { uuidFrom } from '../graphql/text';
import { ContactFile, findContactJson } from './contact-file';

const contactFile: WholeExport = {
  needs: ['contacts:read', 'conversations:read'],
  args: ['id'],
  async open({ id }, { manager, tenant }) {
    const uuid = uuidFrom(String(id));
    const contact = uuid && (await longRead(manager, (inside) => findContactJson(inside, uuid, tenant)));
    if (!contact) throw badArgument('id', 'there is no contact with this id.');
    return new ContactFile(manager, contact, tenant);
  },
};

/** All that is known of one person, for the person who asks. */
export const contactExportFeature: Feature = { exports: { contact: contactFile } };
