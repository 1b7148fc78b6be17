import { type Answer, bodyOf, call } from '../calls';
import type { MemberDesk } from './member-desk';
import { nextOperation, type Operation } from './operations';

/** What became of all operations. */
export interface Tally {
  /** Of those that were acknowledged, by kind. Units: milliseconds. */
  latencies: Map<string, number[]>;
  /** By kind, and by what was said. */
  refusals: Map<string, Map<string, number>>;
}

export const newTally = (): Tally => ({ latencies: new Map(), refusals: new Map() });

const payloads: Record<string, string> = {
  sendMessage: 'message { id number }',
  addNote: 'message { id number }',
  changeConversations: 'results { userErrors { code } }',
};

/** One operation after the other, at each of the processes in turn, until the moment. */
export async function workAt(desk: MemberDesk, urls: readonly string[], until: number, tally: Tally): Promise<void> {
  for (let n = Math.floor(Math.random() * urls.length); performance.now() < until; n += 1) {
    const operation = nextOperation(desk);
    const from = performance.now();
    const answer = await send(urls[n % urls.length] as string, desk, operation);
    const to = performance.now();
    const refusal = refusalOf(answer, operation);
    if (refusal === null) {
      keep(desk, operation, answer, from, to);
      tally.latencies.set(operation.kind, [...(tally.latencies.get(operation.kind) ?? []), to - from]);
    } else {
      const ofKind = tally.refusals.get(operation.kind) ?? new Map<string, number>();
      tally.refusals.set(operation.kind, ofKind.set(refusal, (ofKind.get(refusal) ?? 0) + 1));
    }
  }
}

function send(url: string, { world, member }: MemberDesk, { mutation, input }: Operation): Promise<Answer> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const payload = payloads[mutation] ?? 'conversation { id }';
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${payload} userErrors { code } } }`;
  return call(url, world.tenantId, bodyOf({ query, variables: { input } }), undefined, member.headers);
}

/** Null where it is acknowledged, for each conversation of many. */
function refusalOf({ data, errors }: Answer, { mutation }: Operation): string | null {
  if (errors[0]) return errors[0].extensions.code ?? errors[0].message;
  const { userErrors, results = [] } = data[mutation];
  const refused = [...userErrors, ...results.flatMap((result: { userErrors: unknown[] }) => result.userErrors)];
  return refused[0]?.code ?? null;
}

function keep(desk: MemberDesk, operation: Operation, { data }: Answer, from: number, to: number): void {
  const { effects, line, reading, mutation } = operation;
  desk.ledger.add(effects, from, to);
  if (line) desk.ledger.addLine({ ...line, ...data[mutation].message });
  if (reading) desk.hasRead(reading.conversationId, reading.number);
}
