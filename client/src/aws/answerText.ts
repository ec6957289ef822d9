import type { GetBucketEncryptionCommand } from '@aws-sdk/client-s3';
import { HttpResponse } from '@smithy/core/protocols';

/**
 * Keeps the text of a command's answer: the SDK's own reading of it passes over in silence what it doesn't know. To be asked
 * for before the command is sent; gives the text from then on.
 */
export function keepAnswerText({ middlewareStack }: Pick<GetBucketEncryptionCommand, 'middlewareStack'>): () => string {
  let text = '';
  // Of a low priority, so that it lies between the connection and the SDK's deserializer.
  middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (!HttpResponse.isInstance(response)) return result;
      const body = await collect(response.body);
      text = body.toString('utf8');
      return { ...result, response: new HttpResponse({ ...response, body }) };
    },
    { step: 'deserialize', priority: 'low', name: 'keepAnswerText' },
  );
  return () => text;
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
