import { TestEnvironment as JsdomEnvironment } from 'jest-environment-jsdom';

/** jsdom hides Node's own web-standard globals, which React Router and Apollo Client need. */
export default class WebEnvironment extends JsdomEnvironment {
  constructor(...args: ConstructorParameters<typeof JsdomEnvironment>) {
    super(...args);
    Object.assign(this.global, {
      TextEncoder,
      TextDecoder,
      ReadableStream,
      TransformStream,
      WritableStream,
      fetch,
      Request,
      Response,
      Headers,
      structuredClone,
      // Node's Request takes no signal but Node's.
      AbortController,
      AbortSignal,
    });
  }
}
