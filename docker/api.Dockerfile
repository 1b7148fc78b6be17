# Built from the repository's root: docker build -f docker/api.Dockerfile .
FROM node:24-slim AS build
WORKDIR /atrium
COPY package.json package-lock.json .npmrc ./
COPY api/package.json api/
COPY web/package.json web/
RUN npm ci --workspace @atrium/api --include-workspace-root --ignore-scripts --no-audit --no-fund
COPY migrations migrations
COPY api api
RUN npm run build -w @atrium/api

FROM node:24-slim AS dependencies
WORKDIR /atrium
COPY package.json package-lock.json .npmrc ./
COPY api/package.json api/
COPY web/package.json web/
# Without the optional ones, which are the embedded PostgreSQL: a container is given its database.
RUN npm ci --workspace @atrium/api --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /atrium
COPY --from=dependencies /atrium/node_modules node_modules
COPY --from=dependencies /atrium/api/ api/
COPY --from=build /atrium/api/dist api/dist
COPY package.json package-lock.json ./
# A volume that is mounted there belongs to whom the folder does.
RUN install -d -o node -g node /data
ENV DATA_DIR=/data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.API_PORT||3000)+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--enable-source-maps", "api/dist/api/src/main.js"]
