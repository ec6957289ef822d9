import { pathToFileURL } from 'node:url';
import { NotificationType0, RequestType } from 'vscode-languageserver';
import { type AssumedType, type AssumedTypeParams, assumedTypeRequest, assumedTypesNotification } from '../protocol.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { FeatureSources } from './featureSources.ts';
import { answer } from './guard.ts';

const request = new RequestType<AssumedTypeParams, AssumedType, void>(assumedTypeRequest);
const changed = new NotificationType0(assumedTypesNotification);

/** Tells which type of bucket is assumed for a document, and by whose word. What it returns says that this may have changed. */
export function serveAssumedType(
  { connection, settings, onFailure }: FeatureSources,
  { appliesToBucket: isOwnClient }: ClientAbilities,
): () => void {
  connection.onRequest(request, ({ uri }, token) => {
    const work = async (): Promise<AssumedType> => {
      const { bucketType, typeStatedIn } = await settings.of(uri);
      return {
        ...(bucketType && { bucketType }),
        ...(typeStatedIn !== undefined && { policy: pathToFileURL(typeStatedIn).href }),
      };
    };
    const onError = (error: unknown) => onFailure(`the assumed type of ${uri}`, error);
    return answer(work, { token, fallback: {}, onFailure: onError });
  });
  return () => {
    if (!isOwnClient) return;
    connection.sendNotification(changed).catch((error: unknown) => onFailure('telling of changed types', error));
  };
}
