import { Agent, request } from 'node:http';
import { authorization, basicTime } from '../sandbox/raw.ts';
import { start } from '../sandbox/server.ts';

/** How many readings a second the sandbox answers at most, over plain HTTP with so many in flight. */
export async function ceilingOf(calls: number, inFlight: number): Promise<number> {
  const sandbox = await start({ buckets: [{ name: 'mine' }] });
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  let left = calls;
  const began = performance.now();
  const worker = async () => {
    while (left-- > 0) await read(sandbox.port, agent);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  await sandbox.stop();
  return calls / seconds;
}

function read(port: number, agent: Agent): Promise<void> {
  const headers = { host: 's3.us-east-1.amazonaws.com', 'x-amz-date': basicTime(), authorization: authorization() };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/mine?encryption', headers, agent }, (answer) => {
      answer.resume().on('end', resolve).on('error', reject);
    });
    asked.on('error', reject).end();
  });
}
