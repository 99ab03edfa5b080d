import { z } from 'zod';
import { plural } from '../../core/answer/format.js';
import { arriving, type RemoteFile } from '../files/download.js';
import { inOrder, isUnfinished, isWhole, LOOK_AGAIN_MS, type Look } from '../files/whole.js';
import { tooLargeFindings } from '../limit.js';
import { addressOf, entriesOf, withSftp } from '../sftp/connection.js';
import type { FileSource, KnownFiles, SourceKind } from '../source.js';

const settingsSchema = z.strictObject({
  url: z.string(),
  password: z.string().optional(),
  key: z.string().optional(),
  hostkey: z.string().optional(),
});

export default {
  name: 'sftp',
  summary:
    'files in a folder of an SFTP server: url=sftp://USER@HOST/FOLDER password=env:NAME (or key=file:PATH) ' +
    'hostkey=SHA256:...',
  settings: settingsSchema,
  open: (given, context): FileSource => {
    const settings = settingsSchema.parse(given);
    const { host } = addressOf(settings);
    const look = (signal: AbortSignal, times: number) =>
      withSftp(settings, context, signal, async (sftp, path) => {
        const looks: Look[][] = [];
        for (let i = 0; i < times; i++) {
          if (i > 0) await context.wait(LOOK_AGAIN_MS, signal);
          const entries = (await entriesOf(sftp, path)).filter(
            ({ filename, attrs }) => attrs.isFile() && !isUnfinished(filename),
          );
          looks.push(
            entries.map(({ filename, attrs }) => ({
              name: filename,
              bytes: attrs.size,
              modified: attrs.mtime * 1_000,
            })),
          );
        }
        return looks;
      });
    const remote = (file: Look): RemoteFile => ({
      name: file.name,
      version: `${file.bytes} ${file.modified}`,
      bytes: file.bytes,
      read: (use, signal) =>
        withSftp(settings, context, signal, (sftp, path) =>
          use(sftp.createReadStream(`${path}/${file.name}`)),
        ),
    });
    return {
      gives: 'files',
      check: async signal => {
        const [files = []] = await look(signal, 1);
        const found = `${host} answers, and its folder has ${plural(files.length, 'file')} to load.`;
        return { findings: [found, ...tooLargeFindings(files, context.mostBytes)] };
      },
      files: async (known: KnownFiles, signal) => {
        const [first = [], second = []] = await look(signal, 2);
        const before = new Map(first.map(f => [f.name, f]));
        const whole = second.filter(f => isWhole(f, before.get(f.name), context.now().getTime()));
        return arriving(whole.sort(inOrder).map(remote), known, context);
      },
    };
  },
} satisfies SourceKind;
