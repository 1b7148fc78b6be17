// Mends package-lock.json after a change of dependencies, where a registry lacks the native packages of other platforms.
// usage: node complete-lockfile.mjs [package-lock.json], after each change of dependencies
// Some registries lack the native packages of other platforms; npm then leaves them out of the lockfile
// and `npm ci` refuses it. This adds the missing optional packages by their exact version.
import { readFileSync, writeFileSync } from 'node:fs';
import { isInstalled, recordInstallation } from './setup/install.mjs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const oses = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'sunos', 'netbsd', 'openbsd'];
const cpus = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
  arm: 'arm',
};

const found = (from, name) => {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
  }
};
let added = 0;
for (const [path, pkg] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(pkg.optionalDependencies ?? {})) {
    if (found(path, name) || !/^\d+\.\d+\.\d+[^ ]*$/.test(version)) continue;
    const os = oses.find((o) => name.includes(`-${o}`));
    const cpu = Object.keys(cpus).find((c) => name.includes(`-${c}`));
    if (!os) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      optional: true,
      ...(pkg.dev ? { dev: true } : {}),
      os: [os],
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(os === 'linux' && /musl|gnu/.test(name) ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {}),
    };
    added += 1;
  }
}
const { '': root, ...rest } = lock.packages;
lock.packages = { '': root, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'))) };
const wasInstalled = isInstalled();
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
// What was added is for other machines: this one need not install again.
if (wasInstalled) recordInstallation();
console.log(`added ${added} packages`);
