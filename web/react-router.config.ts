import type { Config } from '@react-router/dev/config';

export default {
  ssr: true,
  // Each of these is the default of React Router 8: on from the start, so that the upgrade is a change of version only.
  future: {
    v8_middleware: true,
    v8_splitRouteModules: true,
    v8_viteEnvironmentApi: true,
    v8_passThroughRequests: true,
    v8_trailingSlashAwareDataRequests: true,
  },
} satisfies Config;
