interface Frame {
  id?: string;
  event?: string;
  data?: string;
}

/** The frames as they come, without comments. */
export async function* framesOf(response: Response): AsyncGenerator<Frame> {
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text
        .slice(0, end)
        .split('\n')
        .filter((line) => !line.startsWith(':'));
      text = text.slice(end + 2);
      if (lines.length > 0) yield Object.fromEntries(lines.map((line) => line.split(/: (.*)/s)));
    }
  }
}
