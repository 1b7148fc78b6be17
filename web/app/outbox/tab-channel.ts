export interface News {
  /** Nothing else changed than this draft; without it, messages did. */
  draft?: { conversationId: string; text: string };
}

/** What the tabs of one person in one company tell each other. Where the browser lacks it, a tab learns of the others when it reads anew. */
export class TabChannel {
  private channel: BroadcastChannel | null = null;

  open(name: string, hear: (news: News) => void): () => void {
    if (typeof BroadcastChannel === 'undefined') return () => undefined;
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<News>) => hear(data);
    this.channel = channel;
    return () => {
      channel.close();
      if (this.channel === channel) this.channel = null;
    };
  }

  tell(news: News): void {
    this.channel?.postMessage(news);
  }
}
