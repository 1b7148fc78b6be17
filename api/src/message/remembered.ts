import type { RequestContext } from '../graphql/context';
import type { Sent } from './message.repository';

/** What is known of a message that was just written need not be read again. */
export async function remembered(context: RequestContext, sending: Promise<Sent>): Promise<Sent> {
  const sent = await noted(context, sending);
  context.loaders.lastWords.prime(sent.conversation.id, sent.message);
  return sent;
}

/** A note is nobody's last words. */
export async function noted({ loaders, actor }: RequestContext, sending: Promise<Sent>): Promise<Sent> {
  const sent = await sending;
  loaders.author.prime(sent.message.id, actor);
  return sent;
}
