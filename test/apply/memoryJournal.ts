import type { Journal, Run } from '../../client/src/apply/journal/journal.ts';
import type { JournalEntry } from '../../client/src/apply/journal/journalEntries.ts';

/** A journal in memory, which tells what became of its runs. */
export interface MemoryJournal extends Journal {
  readonly entries: JournalEntry[];
  state: 'unused' | 'open' | 'closed' | 'discarded';
}

/** `failsAt`: the number of the entry, from 1, that the disk refuses. */
export function memoryJournal({ failsAt = 0, onEntry = (_: JournalEntry) => {} } = {}): MemoryJournal {
  const write = async (entry: JournalEntry) => {
    if (journal.entries.length + 1 === failsAt) throw new Error('ENOSPC: no space left on device');
    journal.entries.push(entry);
    onEntry(entry);
  };
  const run: Run = {
    file: 'memory.jsonl',
    record: write,
    discard: async () => {
      journal.state = 'discarded';
    },
    close: async () => {
      if (journal.state === 'open') journal.state = 'closed';
    },
  };
  const journal: MemoryJournal = {
    entries: [],
    state: 'unused',
    begin: async (entry) => {
      await write(entry);
      journal.state = 'open';
      return run;
    },
  };
  return journal;
}
