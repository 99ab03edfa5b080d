/**
 * Every method of Slack's Web API that the app calls, with the scopes that it needs (Slack's documentation,
 * November 2026). A test compares the methods with those in the code, so that none is forgotten.
 */
export const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['assistant:write'],
  'auth.test': [],
  'blocks.validate': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** What Slack sends only to apps with a scope. */
const EVENT_SCOPES: Readonly<Record<string, string>> = {
  'slash commands': 'commands',
  'mentions (app_mention)': 'app_mentions:read',
  'direct messages (message.im)': 'im:history',
  'files (file_shared)': 'files:read',
};

/** Every scope that the app needs, with what for. */
export function neededScopes(): Map<string, string[]> {
  const needed = new Map<string, string[]>();
  const add = (scope: string, what: string) => needed.set(scope, [...(needed.get(scope) ?? []), what]);
  for (const [method, scopes] of Object.entries(METHOD_SCOPES))
    for (const scope of scopes) add(scope, method);
  for (const [what, scope] of Object.entries(EVENT_SCOPES)) add(scope, what);
  return needed;
}
