import { newCompany, newContact, say as write } from '../../e2e/kit/company';
import { tokenAt } from '../../e2e/kit/session';
import type { Running } from '../../e2e/kit/system';
import { shareNoSystem } from '../own-system';

/** As much as a first page shows. */
const [contacts, messages] = [30, 60];

export interface AuditedPage {
  name: string;
  url: string;
  /** Of the session that opens it; null where nobody is signed in. */
  token: string | null;
  /** robots.txt keeps crawlers away from what belongs to a company. */
  isPublic: boolean;
}

/** The pages of a company that has worked for a while, and those before one is signed in. */
export async function newPages({ apiUrl, webUrl }: Running): Promise<AuditedPage[]> {
  shareNoSystem();
  const company = await newCompany(apiUrl);
  for (let n = 1; n <= contacts; n += 1)
    await newContact(company, { name: `Ann ${n}`, email: `ann${n}@contact.example`, company: `Company ${n}` }, apiUrl);
  const contact = await newContact(company, { name: 'Ben Long', email: 'ben@contact.example' }, apiUrl);
  for (let n = 1; n <= messages; n += 1)
    await write(company, contact, `Message ${n}: when will the parts be here?`, n % 3 ? 'CONTACT' : 'USER', apiUrl);
  const token = await tokenAt(webUrl);
  return [
    { name: 'landing', path: '/', token: null },
    { name: 'sign-in', path: '/sign-in', token: null },
    { name: 'sign-up', path: '/sign-up', token: null },
    { name: 'inbox', path: `${company.path}/inbox`, token },
    { name: 'dashboard', path: company.path, token },
    { name: 'contact list', path: `${company.path}/contacts`, token },
    { name: 'conversation', path: contact.path, token },
  ].map(({ path, ...page }) => ({ ...page, url: `${webUrl}${path}`, isPublic: page.token === null }));
}
