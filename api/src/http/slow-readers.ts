import type { WebSocket } from 'ws';
import { cursorOf } from '../events/cursor';

/** As graphql-ws has it for "too many": the number after it in the reason is where to go on. */
const tooSlow = 4429;

/** Units: milliseconds. */
const takeWithinMs = 10_000;
const lookEveryMs = 1_000;
const endWithinMs = 5_000;

/** How far a subscription has come. */
interface Position {
  readonly seq: number;
}

interface Reader {
  positions: Set<Position>;
  /** When it was first seen not to take what was sent; null where it took all. */
  stuckSince: number | null;
}

/**
 * Closes sockets whose other end takes nothing, with the cursor from which it can go on. Nothing piles up for them meanwhile: each subscription
 * has one answer under way, and takes the next event when that has been handed over.
 */
export class SlowReaders {
  private readonly readers = new Map<WebSocket, Reader>();
  private readonly timer = setInterval(() => this.look(), lookEveryMs).unref();

  constructor(private readonly patienceMs = takeWithinMs) {}

  add(socket: WebSocket): void {
    this.readers.set(socket, { positions: new Set(), stuckSince: null });
    socket.once('close', () => this.readers.delete(socket));
  }

  /** Answers how to forget it again. */
  track(socket: WebSocket, position: Position): () => void {
    const positions = this.readers.get(socket)?.positions;
    positions?.add(position);
    return () => positions?.delete(position);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(now = Date.now()): void {
    for (const [socket, reader] of this.readers) {
      if (socket.bufferedAmount === 0) reader.stuckSince = null;
      else reader.stuckSince ??= now;
      if (reader.stuckSince !== null && now - reader.stuckSince >= this.patienceMs) this.sendAway(socket, reader);
    }
  }

  private sendAway(socket: WebSocket, { positions }: Reader): void {
    this.readers.delete(socket);
    const seqs = [...positions].map(({ seq }) => seq);
    const from = seqs.length > 0 ? cursorOf(Math.min(...seqs)) : 'now';
    socket.close(tooSlow, `Too slow: resume after ${from}`);
    setTimeout(() => socket.terminate(), endWithinMs).unref();
  }
}
