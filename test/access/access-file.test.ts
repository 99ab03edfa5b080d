import { describe, expect, it } from 'vitest';
import { parseAccessFile } from '../../src/access/access-file.js';
import { ConfigError } from '../../src/core/errors.js';

function faults(text: string): readonly string[] {
  try {
    parseAccessFile(text, 'access.yml');
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('an access file', () => {
  it('may be empty', () => {
    expect(parseAccessFile('', 'access.yml')).toEqual({ roles: {}, channels: {} });
  });

  it('is refused with the place of every fault', () => {
    expect(
      faults(
        `
everyone:
  may: [sales, exprot]
roles:
  spain:
    people: [carla]
    channels: C0SPAIN
    scope: country
    rights: [sales]
channels:
  spain:
    customers: hidden
`,
      ),
    ).toEqual([
      'access.yml:3: everyone.may.1 must be one of: ' +
        'sales, customers, contacts, export, ingest, digests, settings',
      'access.yml:6: roles.spain.people.0 must be an id as Slack shows it, such as U0123456789',
      'access.yml:7: roles.spain.channels must be a list of ids, such as [C0123456789]',
      'access.yml:8: roles.spain.scope must be filters such as country:Spain, not "country": ' +
        '":" is missing at the end.',
      'access.yml:9: roles.spain.rights is no setting; docs/access.md lists them',
      'access.yml:11: channels.spain must be the id of a channel, such as C0123456789',
    ]);
  });

  it('is refused if it is no YAML', () => {
    expect(faults('everyone:\n  may: [sales\nroles: {}\n')[0]).toMatch(
      /^access[.]yml:3: this is not YAML: Flow sequence/,
    );
    expect(faults('- sales')).toEqual([
      'access.yml:1: the file must have the parts everyone, roles and channels',
    ]);
  });
});
