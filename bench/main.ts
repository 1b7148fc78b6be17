import 'reflect-metadata';
import { Command } from 'commander';
import { measureAccess } from './access';
import { measureBackends } from './backends';
import { measureChaos } from './chaos';
import { measureCrossings } from './crossings';
import { measureDesk } from './desk/desk';
import { explainPages } from './explain';
import { measureFairness } from './fairness';
import { fileCommands } from './file-commands';
import { measureFind } from './find/find';
import { measureGrowth } from './growth/growth';
import { measureInbox } from './inbox/inbox';
import { measureLatency } from './latency';
import { measureLighthouse } from './lighthouse/lighthouse';
import { measureLoad } from './load';
import { positive, several } from './numbers';
import { checkPlans } from './plans';
import { profileWorkload } from './queries/profile';
import { measureQueries } from './queries/queries';
import { measureScale } from './scale/scale';
import { seedLarge } from './seed-large';
import { measureSoak } from './soak';
import { measureSockets } from './sockets';
import { measureStreams } from './streams';
import { withDatabase, withOwnDatabase } from './target';
import { measureTenants } from './tenants/tenants';
import { measureThreadPage } from './thread-page';
import { withThrowAwayDatabase } from './throw-away';
import { measureWeb } from './web';
import { measureWrites } from './writes';

const program = new Command('bench').description(
  'Measures Atrium on DATABASE_URL, or on an embedded PostgreSQL in .data/bench.',
);

program
  .command('seed-large')
  .description('a tenant with 100,000 contacts and 1,000,000 messages, 100,000 of them in one conversation')
  .option('--contacts <count>', 'how many contacts', positive, 100_000)
  .option('--messages <count>', 'how many messages', positive, 1_000_000)
  .option('--longest <count>', 'how many of them in the longest conversation', positive, 100_000)
  .action((size) => withDatabase((url) => seedLarge(url, size)));

program
  .command('explain')
  .description("what the web client's pages ask of the database in the large tenant, statement by statement")
  .option('--limit <ms>', 'fail where a page takes longer', positive, 10)
  .option('--json <file>', 'also write every statement with its plan')
  .action((options) => withDatabase((url) => explainPages(url, options)));

program
  .command('plans')
  .description(
    'what these pages read of a throw-away tenant of 20,000 contacts; fails beyond the bounds in plan-bounds.ts',
  )
  .action(() => withThrowAwayDatabase(checkPlans));

program
  .command('writes')
  .description('what a message and a contact leave in the write-ahead log and in indexes, and how many updates are HOT')
  .option('--writes <count>', 'how many of each', positive, 1_000)
  .action((options) => withThrowAwayDatabase((url) => measureWrites(url, options)));

program
  .command('find')
  .description(
    'what the command menu and the inbox find among very many messages, statement by statement and through HTTP; fails beyond the limit at p95',
  )
  .option('--contacts <count>', 'how many contacts', positive, 20_000)
  .option('--messages <count>', 'how many messages', positive, 200_000)
  .option('--requests <count>', 'how many searches of each kind', positive, 60)
  .option('--limit <ms>', 'fail where a search takes longer', positive, 50)
  .action((options) => withDatabase((url) => measureFind(url, options)));

program
  .command('load')
  .description('requests per second and CPU time per request over HTTP, client and server on this machine')
  .option('--rounds <count>', 'rounds of which the median is shown', positive, 5)
  .option('--requests <count>', 'requests in a round', positive, 1_000)
  .option('--clients <count>', 'requests under way at a time', positive, 8)
  .action((options) => withDatabase((url) => measureLoad(url, options)));

program
  .command('queries')
  .description('the API beside what else answers the same over the same rows, and beside the bare limit (Linux)')
  .option('--rounds <count>', 'rounds of which the median is shown', positive, 5)
  .option('--ms <count>', 'how long each is asked in a round', positive, 1_000)
  .option('--connections <counts>', 'how many connections, separated by commas', several, [1, 16, 64])
  .option('--only <text>', 'the workloads whose names have this in it')
  .option('--json <file>', 'also write the figures')
  .option('--chart <file>', 'also draw them, as SVG')
  .action((options) => withDatabase((url) => measureQueries(url, options)));

program
  .command('growth')
  .description(
    'p50 of workloads where there are more tenants, and where a tenant has more messages; fails where it grows beyond 1.3 × (on embedded servers of its own)',
  )
  .option('--tenants <counts>', 'how many tenants, separated by commas', several, [10, 1_000, 10_000])
  .option('--messages <counts>', 'how many messages in the tenant', several, [1_000, 10_000, 100_000, 1_000_000])
  .option('--connections <counts>', 'how many connections', several, [1, 16])
  .option('--rounds <count>', 'rounds of which the median is shown', positive, 5)
  .option('--ms <count>', 'how long each is asked in a round', positive, 500)
  .action((options) => measureGrowth(options));

program
  .command('scale')
  .description('what a second API process gains, and which program uses the cores (Linux; after seed-large)')
  .option('--rounds <count>', 'rounds of which the median is shown', positive, 5)
  .option('--ms <count>', 'how long each is asked in a round', positive, 1_000)
  .option('--connections <count>', 'how many connections, divided over the processes', positive, 16)
  .option('--only <text>', 'the workloads whose names have this in it')
  .action((options) => withDatabase((url) => measureScale(url, options)));

program
  .command('profile')
  .description('where the time of the API goes under one of these workloads: a CPU profile, and its top lines')
  .argument('<workload>', 'a part of its name')
  .action((workload) => withDatabase((url) => profileWorkload(url, workload)));

program
  .command('access')
  .description(
    'what access adds to a request, whether refusals can be told apart by their time, and what hostile requests cost; fails past its limits',
  )
  .option('--rounds <count>', 'rounds of which the median is shown', positive, 7)
  .option('--requests <count>', 'requests in a round', positive, 400)
  .action((options) => withDatabase((url) => measureAccess(url, options)));

program
  .command('fairness')
  .description('what one tenant feels of another that is locked, slow, or asks for too much; fails where it feels it')
  .option('--seconds <count>', 'how long each of the troubles lasts', positive, 20)
  .option('--rate <count>', 'requests a second of the tenant that suffers', positive, 20)
  .option('--only <text>', 'the one trouble whose name has this in it')
  .action((options) => withDatabase((url) => measureFairness(url, options)));

program
  .command('chaos')
  .description(
    'writes while backends, server and API are cut, silenced and killed; fails where anything is lost or doubled',
  )
  .option('--writers <count>', 'how many write at a time', positive, 20)
  .option('--terminate-seconds <count>', 'how long a backend is ended each 100 ms', positive, 60)
  .option('--freeze-seconds <count>', 'how long the server is silent', positive, 20)
  .option('--crashes <count>', 'how often the server is killed', positive, 3)
  .option('--kills <count>', 'how often the API is killed while it registers', positive, 20)
  .action((options) => withOwnDatabase((url) => measureChaos(url, options)));

program
  .command('streams')
  .description(
    'readers of each door while connections, listeners, API and server are cut and killed; fails where an event is missing, doubled, out of order or foreign',
  )
  .option('--events <count>', 'how many events one tenant has', positive, 5_000)
  .option('--writers <count>', 'how many write at a time', positive, 8)
  .option('--cuts <count>', "how often each reader's connection is cut", positive, 20)
  .option('--listener-cuts <count>', 'how often the listening connections are ended', positive, 10)
  .option('--tenants <count>', 'how many tenants', positive, 20)
  .option('--sockets <count>', 'how many sockets each of them has', positive, 10)
  .option('--kills <count>', 'how often an API process is killed after a commit', positive, 20)
  .option('--crashes <count>', 'how often the server is killed in between', positive, 3)
  .action((options) => withOwnDatabase((url) => measureStreams(url, options)));

program
  .command('desk')
  .description(
    'members at the same conversations over two processes: assigning, labelling, noting, answering, closing, many at once; fails where a write is lost or a count is wrong',
  )
  .option('--seconds <count>', 'for how long', positive, 60)
  .option('--members <count>', 'how many work at a time', positive, 20)
  .option('--conversations <count>', 'how many there are', positive, 200)
  .action((options) => withThrowAwayDatabase((url) => measureDesk(url, options)));

program
  .command('latency')
  .description(
    'from the answer of a mutation to the frame at a subscriber of another process, and what the log adds to a write; fails beyond 1.25 × its CPU (embedded server, Linux)',
  )
  .option('--seconds <count>', 'how long events are made at each rate', positive, 20)
  .option('--rounds <count>', 'rounds of which the median is shown', positive, 9)
  .option('--writes <count>', 'writes in a round', positive, 300)
  .action((options) => withOwnDatabase((url) => measureLatency(url, options)));

program
  .command('sockets')
  .description(
    'what idle sockets cost, one event for very many, and a client that stops reading; fails where it is felt',
  )
  .option('--idle <count>', 'how many sockets do nothing', positive, 2_000)
  .option('--listening <count>', 'how many sockets of one tenant hear of one message', positive, 1_000)
  .action((options) => withDatabase((url) => measureSockets(url, options)));

program
  .command('crossings')
  .description('many tenants on two lanes and three transactions; fails where one meets another')
  .option('--tenants <count>', 'how many tenants', positive, 50)
  .option('--workers <count>', 'how many work for each at a time', positive, 20)
  .option('--seconds <count>', 'for how long', positive, 60)
  .action((options) => withDatabase((url) => measureCrossings(url, options)));

program
  .command('soak')
  .description('mixed load for long; fails where memory grows or descriptors are not given back')
  .option('--seconds <count>', 'for how long', positive, 600)
  .option('--every <seconds>', 'how often memory is read', positive, 10)
  .option('--rate <count>', 'requests a second of each of three tenants', positive, 20)
  .action((options) => withDatabase((url) => measureSoak(url, options)));

program
  .command('backends')
  .description('what thousands of tenants cost in the backends of one process; fails beyond 300 MB')
  .option('--tenants <count>', 'how many tenants', positive, 10_000)
  .option('--at-once <count>', 'how many are registered, or asked for, at a time', positive, 4)
  // Its memory does not depend on it, and 10,000 registrations would wait for the disk.
  .action((options) => withDatabase((url) => measureBackends(url, options), false));

program
  .command('tenants')
  .description(
    'what a tenant costs when there are very many: registration, requests, memory, migrations, verify, recovery; goes on where it was cut off, fails beyond its limits (embedded server, Linux)',
  )
  .option('--to <count>', 'how many tenants', positive, 10_000)
  .option('--data <folder>', 'where the database is kept', '.data/tenants')
  .option('--json', 'for programs')
  .action((options) => measureTenants(options));

program
  .command('thread-page')
  .description('what long threads cost in Chromium: layout of a key, script of a message, nodes; fails where they grow')
  .option('--incoming <count>', 'how many messages arrive while the page is open', positive, 15)
  .option('--max-nodes <count>', 'fail where the page has more elements', positive, 2_500)
  .action((options) => measureThreadPage({ sizes: [50, 700, 2_000], ...options }));

program
  .command('inbox')
  .description(
    'an inbox of very many open conversations: its statements, its page, and its list scrolled in Chromium; fails where one is slow, or the page grows',
  )
  .option('--conversations <count>', 'how many are open', positive, 10_000)
  .option('--rows <count>', 'how many of them are scrolled through', positive, 2_000)
  .option('--max-elements <count>', 'fail where the page has more', positive, 1_100)
  .option('--max-heap-mb <count>', 'fail where the heap has grown by more', positive, 48)
  .action((options) => measureInbox(options));

program
  .command('web')
  .description('what the pages weigh in Chromium, and how long the server takes for one')
  .option('--rounds <count>', 'how often each page is asked for', positive, 50)
  .action((options) => measureWeb(options));

program
  .command('lighthouse')
  .description(
    'what Lighthouse gives the built pages, desktop and mobile; fails under 95 (mobile 90) in performance, 100 in the rest',
  )
  .option('--rounds <count>', 'audits of a page of which the median is shown', positive, 3)
  .option('--only <text>', 'the pages whose names have this in them')
  .action((options) => measureLighthouse(options));

for (const command of fileCommands) program.addCommand(command);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
