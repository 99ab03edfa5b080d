import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settings } from '../../src/config/settings.js';
import { HEALTH_PATHS } from '../../src/surfaces/slack/health.js';
import { ROOT } from '../support/built.js';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const START = JSON.parse(read('package.json')).scripts.start.replace(/^node /, '');
/** Environment that is not Shopkeeper's own. */
const OTHERS = /^(NODE_ENV|POSTGRES_\w+)$/;
const isKnown = (name: string): boolean => name in settings || OTHERS.test(name);

interface Service {
  readonly environment?: Record<string, string>;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly read_only?: boolean;
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
}

describe('the files in deploy', () => {
  const dockerfile = read('deploy/Dockerfile');

  it('build an image of what the project has, by its own commands', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      m => m[1]?.split(' ') ?? [],
    );
    expect(copied).toContain('src');
    expect(copied.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
    const allowed = read('deploy/Dockerfile.dockerignore')
      .split('\n')
      .filter(line => line.startsWith('!'));
    expect(copied.filter(path => !allowed.includes(`!${path.replace('./', '')}`))).toEqual([]);
    expect(`${/ENTRYPOINT (.+)/.exec(dockerfile)?.[1]}`).toContain(
      START.split(' ').find((w: string) => w.endsWith('.js')),
    );
  });

  it('run the image as an ordinary user, with a health check', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    const [, env = ''] = /^ENV ((?:.*\\\n)*.*)$/m.exec(dockerfile) ?? [];
    const names = [...env.matchAll(/(\w+)=/g)].map(m => m[1] ?? '');
    expect(names.filter(name => !isKnown(name))).toEqual([]);
  });

  it.each([
    'deploy/compose.yaml',
    'deploy/compose.postgres.yaml',
  ])('%s names known settings and volumes', file => {
    const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
      read(file),
      {
        merge: true,
      },
    );
    const services = Object.entries(compose.services);
    for (const [name, { environment = {}, volumes = [] }] of services) {
      expect(
        Object.keys(environment).filter(key => !isKnown(key)),
        name,
      ).toEqual([]);
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
    const own = services.filter(([, { build }]) => build);
    expect(own.length).toBeGreaterThan(0);
    for (const [, { build, read_only, tmpfs }] of own) {
      expect(existsSync(join(ROOT, 'deploy', build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
      expect([read_only, tmpfs]).toEqual([true, ['/tmp']]);
    }
  });

  it('run two Shopkeepers in Kubernetes with known settings, real paths and an image that may not write', () => {
    const deployment = parse(read('deploy/kubernetes.yaml'));
    const { replicas, strategy, selector, template } = deployment.spec;
    expect([replicas, strategy.type]).toEqual([2, 'Recreate']);
    expect(template.metadata.labels).toEqual(selector.matchLabels);
    const [container] = template.spec.containers;
    expect(container.env.filter(({ name }: { name: string }) => !isKnown(name))).toEqual([]);
    for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'])
      expect(HEALTH_PATHS).toContain(container[probe].httpGet.path);
    expect(container.securityContext.readOnlyRootFilesystem).toBe(true);
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThan(
      settings.STOP_GRACE_SECONDS.schema.parse(undefined),
    );
  });

  it('start a service of systemd as npm start does', () => {
    const unit = read('deploy/shopkeeper.service');
    expect(unit).toContain(`ExecStart=/usr/bin/node ${START}\n`);
    const names = [...unit.matchAll(/^Environment=(.+)$/gm)].flatMap(m =>
      [...(m[1] ?? '').matchAll(/(\w+)=/g)].map(n => n[1] ?? ''),
    );
    expect(names.filter(name => !isKnown(name))).toEqual([]);
  });
});
