import { demo } from './demo.ts';
import { start } from './server.ts';

/** Starts the sandbox with the buckets of the demo, prints where it is, and stops on SIGINT or SIGTERM. */
async function main([port]: readonly string[]): Promise<void> {
  const sandbox = await start({ ...demo, port: Number(port ?? 0) });
  process.stdout.write(`${sandbox.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void sandbox.stop());
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
