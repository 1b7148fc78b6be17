import { stopTestApi } from './test-api';

afterAll(stopTestApi);
