# Built from the repository's root: docker build -f docker/web.Dockerfile .
FROM node:24-slim AS build
WORKDIR /atrium
COPY package.json package-lock.json .npmrc ./
COPY api/package.json api/
COPY web/package.json web/
RUN npm ci --workspace @atrium/web --include-workspace-root --ignore-scripts --no-audit --no-fund
COPY web web
RUN npm run build -w @atrium/web

FROM node:24-slim AS dependencies
WORKDIR /atrium
COPY package.json package-lock.json .npmrc ./
COPY api/package.json api/
COPY web/package.json web/
RUN npm ci --workspace @atrium/web --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /atrium
COPY --from=dependencies /atrium/node_modules node_modules
COPY --from=dependencies /atrium/web/ web/
COPY web/server.mjs web/
COPY web/server web/server
COPY --from=build /atrium/web/build web/build
USER node
EXPOSE 5173
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.WEB_PORT||5173)+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "web/server.mjs"]
