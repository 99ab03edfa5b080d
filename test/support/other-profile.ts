import { IngestError } from '../../src/core/errors.js';
import { fileFacts } from '../../src/ingest/read/file-facts.js';
import { readColumnMap } from '../../src/ingest/understand/overrides.js';
import { openTable } from '../../src/ingest/understand/plan.js';
import { listProfiles } from '../../src/ingest/understand/profiles/find-profile.js';
import { recognise } from '../../src/ingest/understand/recognise.js';
import { survey } from '../../src/ingest/understand/survey.js';

/** The known export that a file would be read as if the one that it is read as were not known. */
export async function otherProfile(path: string, profile: string): Promise<string | undefined> {
  const table = await openTable(await fileFacts(path));
  const others = (await listProfiles()).filter(p => p.name !== profile);
  try {
    const mapping = recognise(path, await survey(table), {
      dateOrder: 'mdy',
      isDateOrderSet: true,
      map: readColumnMap([], table.header),
      known: new Map(),
      edges: new Map(),
      profiles: others,
      today: 20_818,
    });
    return mapping.profile;
  } catch (error) {
    if (error instanceof IngestError) return undefined;
    throw error;
  }
}
