import { closeBrowser } from './browser';

jest.setTimeout(90_000);

afterAll(closeBrowser);
