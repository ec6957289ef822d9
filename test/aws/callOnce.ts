import { openAws } from '../../client/src/aws/aws.ts';

/** Reads a bucket at the endpoint that is named, or changes it, as a program of its own, and writes what became of it. */
async function main([endpoint, call]: readonly string[]): Promise<void> {
  const aws = await openAws({ profile: 'dev', region: 'us-east-1', endpoint, userAgent: ['s3-encryption', '0.0.0'] });
  const bucket = 'plain-bucket';
  const isChange = call === 'change';
  const change = () => aws.putEncryption({ bucket, configuration: { sseAlgorithm: 'AES256' } });
  process.stdout.write(JSON.stringify(await (isChange ? change() : aws.getEncryption(bucket))));
  aws.close();
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(error.message);
  process.exitCode = 1;
});
