import { z } from 'zod';
import { type ApiAnswer, failed, succeeded } from './api-answer.js';
import type { Chat } from './chat.js';
import type { Dialogs } from './dialogs.js';
import type { Directory } from './directory.js';
import type { EmulatedApi } from './emulated-api.js';
import { parseJson } from './http.js';
import { isSecret, type Secrets } from './secrets.js';
import type { SharedFiles } from './shared-files.js';
import type { Uploads } from './uploads.js';

const anyAnswer = z.record(z.string(), z.unknown());
const describedChannel = z.looseObject({ channel: z.looseObject({}).optional() });
const openedChannel = z.object({ channel: z.object({ id: z.string() }).optional() });

interface WebApiParts {
  readonly emulated: EmulatedApi;
  readonly secrets: Secrets;
  readonly directory: Directory;
  readonly chat: Chat;
  readonly uploads: Uploads;
  readonly sharedFiles: SharedFiles;
  readonly dialogs: Dialogs;
  /** The address of the workspace. */
  readonly url: string;
  /** Makes an address that an app may open a Socket Mode connection at. */
  readonly newSocketUrl: () => string;
}

interface Call {
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Slack's Web API: some methods are answered here, all others by the emulation. */
export class WebApi {
  /** The Home tab as last published. */
  home: unknown;
  /** The Home tabs as last published, by person. */
  readonly homes = new Map<string, unknown>();

  constructor(private readonly parts: WebApiParts) {}

  /** Slack's error if a token may not call a method; undefined if it may. */
  tokenError(method: string, token: string | undefined): 'invalid_auth' | 'not_authed' | undefined {
    const { appToken, botToken } = this.parts.secrets;
    const expected = method === 'apps.connections.open' ? appToken : botToken;
    if (isSecret(token, expected)) return undefined;
    return token ? 'invalid_auth' : 'not_authed';
  }

  /** The headers of all answers. */
  get headers(): Readonly<Record<string, string>> {
    const { scopes } = this.parts.directory;
    return scopes ? { 'x-oauth-scopes': scopes.join(',') } : {};
  }

  /** Carries out a call. */
  async call({ method, parameters }: Call): Promise<ApiAnswer> {
    const { emulated, secrets, chat, uploads, sharedFiles, dialogs, url, newSocketUrl } = this.parts;
    const emulate = () => emulated.call(method, parameters, secrets.botToken, url);
    switch (method) {
      case 'apps.connections.open':
        return succeeded({ url: newSocketUrl() });
      case 'files.completeUploadExternal':
        return uploads.complete(parameters, emulate);
      case 'files.info':
        return sharedFiles.info(parameters);
      case 'assistant.threads.setStatus':
        this.parts.directory.statuses.push(parameters.status ?? '');
        return succeeded();
      case 'views.open':
        return dialogs.open(parameters);
      case 'views.update':
        return dialogs.update(parameters);
      case 'blocks.validate':
        return chat.validate(parameters);
      case 'chat.update':
        return chat.update(parameters);
      case 'conversations.history':
      case 'conversations.replies':
        return chat.list(parameters);
      case 'chat.delete':
      case 'files.delete':
        return chat.delete(parameters);
      case 'chat.postEphemeral':
        return chat.postEphemeral(parameters);
      case 'chat.postMessage':
        return chat.postMessage(parameters, emulate);
      case 'auth.test':
        return this.#ofEnterprise(await emulate());
      case 'conversations.info':
        return this.#withSharing(parameters, await emulate());
      case 'conversations.open':
        return this.#openDirectMessage(parameters, await emulate());
      case 'usergroups.users.list':
        return this.#members(parameters);
      case 'users.info':
        return this.#person(parameters) ?? emulate();
      case 'views.publish':
        this.home = parseJson(parameters.view ?? '{}', z.unknown());
        this.homes.set(parameters.user_id ?? '', this.home);
        return emulate();
      default:
        return emulate();
    }
  }

  /** Remembers whose conversation it is. */
  #openDirectMessage({ users = '' }: Readonly<Record<string, string>>, answer: ApiAnswer): ApiAnswer {
    const { channel } = parseJson(answer.body, openedChannel);
    if (channel) this.parts.directory.directMessages.set(channel.id, users);
    return answer;
  }

  /** Says of a channel whether it is shared, which the emulation does not. */
  #withSharing({ channel = '' }: Readonly<Record<string, string>>, answer: ApiAnswer): ApiAnswer {
    const { channel: found, ...rest } = parseJson(answer.body, describedChannel);
    if (!found || !this.parts.directory.sharedChannels.has(channel)) return answer;
    return { ...answer, body: JSON.stringify({ ...rest, channel: { ...found, is_ext_shared: true } }) };
  }

  #ofEnterprise(answer: ApiAnswer): ApiAnswer {
    const { enterprise } = this.parts.directory;
    if (enterprise === undefined) return answer;
    return {
      ...answer,
      body: JSON.stringify({ ...parseJson(answer.body, anyAnswer), enterprise_id: enterprise }),
    };
  }

  #members({ usergroup = '' }: Readonly<Record<string, string>>): ApiAnswer {
    const users = this.parts.directory.groups.get(usergroup);
    return users ? succeeded({ users }) : failed('no_such_subteam');
  }

  #person({ user = '' }: Readonly<Record<string, string>>): ApiAnswer | undefined {
    const person = this.parts.directory.people.get(user);
    return person && succeeded({ user: { id: user, ...person } });
  }
}
