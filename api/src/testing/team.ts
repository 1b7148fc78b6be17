import { TestTenant } from './new-tenant';
import { closedApi, newMember, newPerson, type Person } from './people';
import { behindTheApi } from './test-api';

/** A company as one of its members sees it. */
export class Colleague extends TestTenant {
  accountId = '';
  person!: Person;
}

/** A company of an owner and further members. Each role is somebody of their own. */
export async function newTeam<Roles extends string[]>(
  ...roles: Roles
): Promise<[Colleague, ...{ [Index in keyof Roles]: Colleague }]> {
  const api = await closedApi();
  const owner = await newPerson('Able');
  const [row] = await behindTheApi<{ name: string }>('select schema_name as name from public.tenants where id = $1', [
    owner.tenantId,
  ]);
  const as = async (person: Person): Promise<Colleague> => {
    const colleague = new Colleague(api, owner.tenantId, '', row?.name ?? '', person.token);
    colleague.person = person;
    colleague.accountId = (await colleague.query('{ viewer { id } }')).viewer.id;
    return colleague;
  };
  const members: Colleague[] = [];
  for (const role of roles) members.push(await as(await newMember(owner, role)));
  return [await as(owner), ...(members as { [Index in keyof Roles]: Colleague })];
}
