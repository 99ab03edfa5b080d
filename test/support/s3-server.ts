import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

interface Stored {
  readonly content: string;
  readonly modified: string;
}

/**
 * A stand-in for S3: lists a bucket, two objects a page, and gives objects, to whoever signs as AWS Signature
 * Version 4 wants it.
 */
export class S3Server {
  readonly objects = new Map<string, Stored>();
  /** How often objects were fetched, and what else was asked for. */
  readonly asked: string[] = [];
  private readonly server = createServer((asked, reply) => this.answer(asked, reply));

  constructor(
    private readonly keys: { readonly id: string; readonly secret: string; readonly region: string },
  ) {}

  async start(): Promise<string> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
    const at = this.server.address();
    return `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
  }

  stop(): Promise<void> {
    return new Promise(resolve => this.server.close(() => resolve()));
  }

  private answer(asked: IncomingMessage, reply: ServerResponse): void {
    const url = new URL(asked.url ?? '', `http://${asked.headers.host}`);
    const [, bucket, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    const found = this.objects.get(key);
    this.asked.push(`${asked.method} ${key}`);
    const [status, body] = !this.isSigned(asked, url)
      ? [403, '<Error><Code>SignatureDoesNotMatch</Code></Error>']
      : bucket !== 'shop'
        ? [404, '<Error><Code>NoSuchBucket</Code></Error>']
        : key === ''
          ? [200, this.page(url.searchParams)]
          : [found ? 200 : 404, found?.content ?? '<Error><Code>NoSuchKey</Code></Error>'];
    reply.writeHead(status, { 'content-length': Buffer.byteLength(body) }).end(body);
  }

  private page(query: URLSearchParams): string {
    const keys = [...this.objects.keys()].filter(key => key.startsWith(query.get('prefix') ?? '')).sort();
    const from = Number(query.get('continuation-token') ?? 0);
    const contents = keys.slice(from, from + 2).map(key => {
      const { content, modified } = this.objects.get(key) as Stored;
      const tag = createHash('md5').update(content).digest('hex');
      const name = key.replaceAll('&', '&amp;');
      const facts = `<LastModified>${modified}</LastModified><ETag>&quot;${tag}&quot;</ETag>`;
      return `<Contents><Key>${name}</Key>${facts}<Size>${Buffer.byteLength(content)}</Size></Contents>`;
    });
    const next = from + 2;
    const more = next < keys.length;
    const token = more ? `<NextContinuationToken>${next}</NextContinuationToken>` : '';
    const parts = [`<IsTruncated>${more}</IsTruncated>`, token, ...contents];
    return `<ListBucketResult>${parts.join('')}</ListBucketResult>`;
  }

  /** Makes the signature again, from what was asked. */
  private isSigned({ method, headers, url: raw = '' }: IncomingMessage, url: URL): boolean {
    const said =
      /Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(
        headers.authorization ?? '',
      );
    if (!said) return false;
    const [, id, day = '', region = '', names = '', signature] = said;
    if (id !== this.keys.id || region !== this.keys.region) return false;
    const query = [...url.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&');
    const signed = names.split(';').map(name => `${name}:${String(headers[name] ?? '').trim()}\n`);
    const request = [
      method,
      raw.split('?')[0],
      query,
      signed.join(''),
      names,
      headers['x-amz-content-sha256'],
    ].join('\n');
    const scope = `${day}/${region}/s3/aws4_request`;
    const hash = createHash('sha256').update(request).digest('hex');
    const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash].join('\n');
    const hmac = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest();
    const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
      (before, part) => hmac(before, part),
      `AWS4${this.keys.secret}`,
    );
    return createHmac('sha256', key).update(text).digest('hex') === signature;
  }
}
