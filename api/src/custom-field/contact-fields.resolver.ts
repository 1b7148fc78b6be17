import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { FieldValue } from './custom-field';
import { usualFields } from './custom-field.repository';

@Resolver(() => Contact)
export class ContactFieldsResolver {
  @FieldResolver(() => [FieldValue], {
    description: 'What the contact has in the company’s custom fields: one for each, in their order.',
    complexity: ({ childComplexity }) => usualFields * (1 + childComplexity),
  })
  async fields(@Root() { metadata }: Contact, @Ctx() { loaders, tenant }: RequestContext): Promise<FieldValue[]> {
    if (!hasContactWork(tenant)) return [];
    const fields = await loaders.customFields.load('all');
    return fields.map((field) => ({
      field,
      value: Object.hasOwn(metadata, field.key) ? (metadata[field.key] ?? null) : null,
    }));
  }
}
