import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, slackProblems } from '../../src/config/config.js';
import { settings } from '../../src/config/settings.js';

describe('settings', () => {
  it('have defaults that work', () => {
    expect(readConfig({})).toMatchObject({
      DATABASE_URL: 'sqlite:data/shopkeeper.sqlite',
      SHOP_TIMEZONE: 'UTC',
      PORT: 3000,
    });
  });

  it('name each wrong variable in one line, with what is wrong and an example', () => {
    expect(() =>
      readConfig({ SHOP_TIMEZONE: 'Mars/Olympus', PORT: 'x', SHOP_CURRENCY: 'XXQ', DIGEST_CRON: 'soon' }),
    ).toThrow(
      expect.objectContaining({
        problems: [
          'SHOP_CURRENCY "XXQ" is not an ISO 4217 currency code. Example: SHOP_CURRENCY=EUR',
          'SHOP_TIMEZONE "Mars/Olympus" is not an IANA time zone. Example: SHOP_TIMEZONE=Europe/Berlin',
          'PORT "x" must be a number. Example: PORT=3000',
        ],
      }),
    );
    expect(() => readConfig({ DIGEST_CRON: 'soon' })).toThrow('DIGEST_CRON "soon" is not a cron expression');
  });

  it('never print a secret', () => {
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'hunter2' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it('name the tokens that the mode needs', () => {
    expect(slackProblems(readConfig({}))).toEqual([
      'SLACK_BOT_TOKEN is missing (SLACK_MODE is socket). Example: SLACK_BOT_TOKEN=xoxb-...',
      'SLACK_APP_TOKEN is missing (SLACK_MODE is socket). Example: SLACK_APP_TOKEN=xapp-...',
    ]);
    expect(slackProblems(readConfig({ SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1' }))).toHaveLength(1);
  });

  it('are all explained in .env.example', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    for (const name of Object.keys(settings)) expect(example).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
  });
});
