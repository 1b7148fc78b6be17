import { newFile } from '../../testing/file';
import { guessTargets } from './columns';
import { csvRows } from './csv-rows';
import { openFile } from './read-file';
import { rowInputOf } from './row-input';

/** One of each kind, some called like what every contact has. */
const companyFields = [
  { key: 'tier', name: '=Tier' },
  { key: 'source_2', name: 'Source' },
  { key: 'topics', name: 'Topics; all' },
  { key: 'seats', name: 'Seats' },
  { key: 'renewal', name: 'Renewal "date"' },
  { key: 'signed', name: 'Signed' },
  { key: 'story', name: 'Story' },
  { key: 'site', name: 'Site' },
];

/** As the API writes it. */
const exported =
  '\ufeffid,name,email,phone,company,position,source,createdAt,updatedAt,lastActivityAt,externalId,' +
  `'=Tier,Source,Topics; all,Seats,"Renewal ""date""",Signed,Story,Site,metadata\r\n` +
  `0193,'=SUM(A1),ann@acme.test,'+49 30 1,"Acme, ""Süd""",''quoted,'@web,2026,2026,2026,'-7,` +
  `'=Gold,"'\t, fair",Parts; In voices,'-12.5,2026-11-30,false,"'+one\ntwo\r\nthree ""four""",https://a.test/?a=1,` +
  `"{""plan"": ""=A"", ""deep"": {""a"": [1, null, ""x\\n""]}, ""Company"": true}"\r\n` +
  "0194,'tis Bob,bob@acme.test,,,,,2026,2026,2026,,,,,,,,,,{}\r\n";

test('a file that Atrium has exported comes back as it was, cell by cell', async () => {
  const file = newFile(exported);
  const { format, headers } = await openFile(file);
  const mapping = { headers, targets: guessTargets(headers, {}, companyFields), countryCode: '' };

  const inputs = [];
  for await (const row of csvRows(file, format)) if (row.number > 0) inputs.push(rowInputOf(row, mapping));

  expect(inputs).toEqual([
    {
      number: 1,
      name: '=SUM(A1)',
      email: 'ann@acme.test',
      phone: '+49 30 1',
      company: 'Acme, "Süd"',
      position: "'quoted",
      source: '@web',
      externalId: '-7',
      metadata: {
        tier: '=Gold',
        source_2: ', fair',
        topics: 'Parts; In voices',
        seats: '-12.5',
        renewal: '2026-11-30',
        signed: 'false',
        story: '+one\ntwo\r\nthree "four"',
        site: 'https://a.test/?a=1',
        plan: '=A',
        deep: { a: [1, null, 'x\n'] },
        Company: true,
      },
    },
    { number: 2, name: "'tis Bob", email: 'bob@acme.test', metadata: {} },
  ]);
});
