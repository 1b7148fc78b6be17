import { format } from 'node:util';
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// When what is waited for counts as missing: a busy machine takes longer than the usual second.
configure({ asyncUtilTimeout: 5_000 });

// jsdom lays nothing out; Radix asks for what only a layout can answer. (Tests of the server run without a DOM.)
if (typeof Element !== 'undefined') {
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.hasPointerCapture = () => false;
  Element.prototype.setPointerCapture = () => undefined;
  Element.prototype.releasePointerCapture = () => undefined;
}

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// What React, Apollo or a page complains about in the console fails the test, unless the test expects it and listens itself.
let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
  jest.spyOn(console, 'error').mockImplementation((...complaint) => {
    complaints.push(format(...complaint));
  });
});

afterEach(() => {
  jest.mocked(console.error).mockRestore?.();
  if (complaints.length > 0)
    throw new Error(`Expected no complaint in the console; there was: ${complaints.join('\n')}`);
});
