import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';

/** Chromium's sandbox cannot be set up by root. */
const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const { url, form, token, withoutAudits } = JSON.parse(process.argv[2]);

/** What the performance is made of. Units: milliseconds, but for the layout's shift. */
const metrics = {
  fcp: 'first-contentful-paint',
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  si: 'speed-index',
  cls: 'cumulative-layout-shift',
};

/** An audit that takes points, or tells what would win time, with what in the page it is about. */
function lostBy(category, { auditRefs }, audits) {
  return auditRefs
    .map(({ id, weight }) => ({ ...audits[id], weight }))
    .filter(
      ({ weight, score, metricSavings }) => score !== null && score < 1 && (weight > 0 || winsTime(metricSavings)),
    )
    .map(({ id, title, displayValue, details }) => ({
      category,
      id,
      title,
      value: displayValue ?? '',
      where: itemsIn(details).map(placeOf).filter(Boolean),
    }));
}

const winsTime = (savings) => Object.values(savings ?? {}).some((ms) => ms > 0);

/** What a line of a table says that it costs. */
function costOf({ wastedBytes, wastedMs, total, duration }) {
  if (wastedBytes > 0) return `(${(wastedBytes / 1_024).toFixed(0)} KB)`;
  const ms = wastedMs ?? total ?? duration;
  return ms > 0 ? `(${ms.toFixed(0)} ms)` : '';
}

/** Of a table its lines, of a list of tables theirs. */
function itemsIn(details) {
  if (!Array.isArray(details?.items)) return [];
  return details.items.flatMap((item) => [item, ...itemsIn(item), ...itemsIn(item.value)]);
}

function placeOf(item) {
  const { node, source, description, groupLabel, sourceLocation, url: at } = item;
  const element = node && `${node.selector} ${node.snippet}`;
  const place = [element, source, description, groupLabel, sourceLocation?.url, at].filter(Boolean);
  return place.length === 0 ? '' : [...place, costOf(item)].filter(Boolean).join(' ');
}

// A profile of its own each time, so that nothing is cached.
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--disable-quic', '--no-first-run', ...rootOnly],
});
try {
  if (token) {
    const { hostname } = new URL(url);
    await browser.setCookie({
      name: 'atrium-session',
      value: token,
      domain: hostname,
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    });
  }
  const page = await browser.newPage();
  const flags = { logLevel: 'error', skipAudits: withoutAudits, disableFullPageScreenshot: true };
  const { lhr } = await lighthouse(url, flags, form === 'desktop' ? desktopConfig : undefined, page);
  const categories = Object.entries(lhr.categories);
  process.send(
    lhr.runtimeError?.message ?? {
      benchmarkIndex: lhr.environment.benchmarkIndex,
      scores: Object.fromEntries(categories.map(([id, { score }]) => [id, Math.round(score * 100)])),
      metrics: Object.fromEntries(Object.entries(metrics).map(([name, id]) => [name, lhr.audits[id].numericValue])),
      lost: categories.flatMap(([id, category]) => lostBy(id, category, lhr.audits)),
    },
  );
} finally {
  await browser.close();
}
