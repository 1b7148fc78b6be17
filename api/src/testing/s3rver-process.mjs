// `s3rver` on a free port of this machine, which it tells whoever has forked it, and whom it ends with: FOLDER BUCKET.
// In a process of its own, as its tokens for further pages need `--openssl-legacy-provider`.
import S3rver from 's3rver';

const [directory, name] = process.argv.slice(2);
const store = new S3rver({
  address: '127.0.0.1',
  port: 0,
  directory,
  silent: true,
  vhostBuckets: false,
  configureBuckets: [{ name, configs: [] }],
});
const { port } = await store.run();
process.once('disconnect', () => process.exit());
process.send(port);
