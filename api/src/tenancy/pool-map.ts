import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { Contact } from '../contact/contact';
import { Conversation } from '../conversation/conversation';
import type { ConnectionBudget } from '../database/connection-budget';
import { Message } from '../message/message';
import { driverOver } from './tenant-connection';

const defaultCapacity = 2_000;

/**
 * The DataSource of each tenant, opened on first use and shared by concurrent callers.
 * Shape:  one per tenant schema, all over the process's one connection budget.
 * Units:  `capacity` counts open DataSources (some 23 KB each), not connections.
 * The least recently used is dropped, never destroyed: destroying one in flight would hand its open transaction to whoever comes next.
 */
export class PoolMap {
  private readonly open: LRUCache<string, Promise<DataSource>>;

  constructor(
    private readonly budget: ConnectionBudget,
    capacity = defaultCapacity,
  ) {
    this.open = new LRUCache({ max: capacity });
  }

  get size(): number {
    return this.open.size;
  }

  /** `schemaName` is the schema's and the role's name alike. */
  dataSource(schemaName: string): Promise<DataSource> {
    const known = this.open.get(schemaName);
    if (known) return known;
    const opening = openDataSource(this.budget, schemaName);
    this.open.set(schemaName, opening);
    opening.catch(() => this.open.delete(schemaName));
    return opening;
  }

  drop(schemaName: string): void {
    this.open.delete(schemaName);
  }
}

function openDataSource(budget: ConnectionBudget, schemaName: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    schema: schemaName,
    entities: [Contact, Conversation, Message],
    installExtensions: false,
    driver: driverOver(budget, schemaName),
  });
  // Known beforehand, so that opening asks the database nothing. The version only steers SQL generation that Atrium does not use.
  const driver = dataSource.driver as PostgresDriver;
  driver.version = '13.0';
  driver.database = 'atrium';
  driver.searchSchema = schemaName;
  return dataSource.initialize();
}
