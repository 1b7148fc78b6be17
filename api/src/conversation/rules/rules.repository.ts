import type { EntityManager } from 'typeorm';
import { type TenantTables, tablesOf } from '../../database/tables';
import { type DeskRules, rulesOfEverybody, type SetDeskRulesInput } from './rules';

/** The one row there is. */
export async function findRules(manager: EntityManager): Promise<DeskRules> {
  const { desk_rules } = tablesOf(manager);
  const [rules]: DeskRules[] = await manager.query(
    `select d.assigns_first_answer as "assignsFirstAnswer" from ${desk_rules} d where d.id = 1`,
  );
  return rules ?? rulesOfEverybody;
}

export async function updateRules(manager: EntityManager, input: SetDeskRulesInput): Promise<DeskRules> {
  const { desk_rules } = tablesOf(manager);
  await manager.query(
    `update ${desk_rules} set assigns_first_answer = coalesce($1, assigns_first_answer) where id = 1`,
    [input.assignsFirstAnswer ?? null],
  );
  return findRules(manager);
}

/** Whose a conversation is after a member's answer: as a part of the update that counts it. `member`: an expression. */
export const firstAnswerer = ({ desk_rules }: TenantTables, member: string): string =>
  `coalesce(assignee_id, (select ${member} from ${desk_rules} d where d.assigns_first_answer))`;
