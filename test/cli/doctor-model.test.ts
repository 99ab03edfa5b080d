import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { checkModel } from '../../src/surfaces/cli/doctor/model.js';
import { type ModelServer, modelServer } from '../support/model-server.js';

describe('the doctor on the language model', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await modelServer();
  });
  afterAll(() => server.close());

  const check = () => checkModel(readConfig({ LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'small:1' }));

  it('says that it is off', async () => {
    const results = await checkModel(readConfig({}));
    expect(results).toMatchObject([{ state: 'ok', message: expect.stringContaining('No language model') }]);
  });

  it('says where texts go, and has the model read one', async () => {
    server.saying('{"query": {"rows": "groups", "by": ["month"], "measures": ["revenue"]}}');
    const results = await check();
    expect(results.map(result => result.state)).toEqual(['note', 'ok']);
    expect(results[0]?.message).toContain(`small:1 at ${new URL(server.baseUrl).origin}`);
  });

  it('says why it does not answer, or that it reads nothing', async () => {
    server.saying('Hello!');
    expect((await check()).map(result => result.state)).toEqual(['note', 'problem']);
    server.answering(response => {
      response.statusCode = 401;
      response.end();
    });
    expect((await check())[1]?.message).toContain('HTTP 401');
  });

  it('needs both settings, and never shows the key', () => {
    expect(() => readConfig({ LLM_BASE_URL: server.baseUrl })).toThrow('LLM_MODEL is missing');
    expect(() => readConfig({ LLM_MODEL: 'small:1' })).toThrow('LLM_BASE_URL is missing');
    expect(() => readConfig({ LLM_API_KEY: 'a secret key' })).toThrow(/^LLM_API_KEY must be/);
    expect(() => readConfig({ LLM_BASE_URL: 'ftp://x', LLM_MODEL: 'm' })).toThrow('http://');
  });
});
