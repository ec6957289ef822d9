import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, start } from './server.ts';

/** Starts a sandbox that ends with the test. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await start(options);
  onTestFinished(() => sandbox.stop());
  return sandbox;
}
