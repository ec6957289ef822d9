// Rows of the command line: whole processes.
import { spawnSync } from 'node:child_process';
import { median } from './numbers.mjs';

/**
 * The median time of some commands (with their environment), in seconds, each run in turn, and the most memory of each in MB, where
 * `time` tells.
 */
export function measureCommands(commands, rounds) {
  const times = commands.map(() => []);
  const memory = commands.map(() => undefined);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { command, env }] of commands.entries()) {
      const began = performance.now();
      const { stderr } = spawnSync('/usr/bin/env', ['time', '-f', 'peak %M', ...command], {
        env: { ...process.env, ...env },
        maxBuffer: 1 << 30,
      });
      times[index].push((performance.now() - began) / 1000);
      const peak = /peak (\d+)/.exec(String(stderr))?.[1];
      if (peak) memory[index] = Number(peak) / 1024;
    }
  }
  return commands.map((_, index) => ({ seconds: median(times[index]), memory: memory[index] }));
}
