import type { TestProject } from "vitest/node";
import { createTemplate, type DatabaseAddress, dropAppRole, dropDatabase } from "./database-template";
import { startTestCluster } from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database that each test file copies. */
    readonly databaseTemplate: DatabaseAddress;
  }
}

/** Starts one PostgreSQL for the run and migrates the template that every test file's database is a copy of. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const template = await createTemplate(cluster.url);
  project.provide("databaseTemplate", template);
  return async () => {
    await dropDatabase(template);
    await dropAppRole(template);
    await cluster.stop();
  };
}
