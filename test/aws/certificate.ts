import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate that nobody has signed but itself, and its key, as PEM. */
export interface SelfSigned {
  readonly certificate: string;
  readonly key: string;
}

/** Makes one for 127.0.0.1, which is its own authority: Node can make keys, and no certificates. RFC 5280, section 4.1. */
export function selfSigned(): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = der(0x30, [oid('2a8648ce3d040302')]);
  const name = der(0x30, [der(0x31, [der(0x30, [oid('550403'), der(0x0c, [Buffer.from('loopback')])])])]);
  const year = new Date().getUTCFullYear();
  const validity = der(0x30, [time(year - 1), time(year + 1)]);
  const extensions = der(0x30, [
    extension('551d13', der(0x30, [der(0x01, [Buffer.from([0xff])])])),
    extension('551d11', der(0x30, [der(0x87, [Buffer.from([127, 0, 0, 1])])])),
  ]);
  const toBeSigned = der(0x30, [
    der(0xa0, [der(0x02, [Buffer.from([2])])]),
    der(0x02, [Buffer.from([1])]),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, [extensions]),
  ]);
  const signature = der(0x03, [Buffer.from([0]), sign('sha256', toBeSigned, privateKey)]);
  const body = der(0x30, [toBeSigned, ecdsaWithSha256, signature]).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

function extension(id: string, value: Buffer): Buffer {
  return der(0x30, [oid(id), der(0x04, [value])]);
}

function oid(hex: string): Buffer {
  return der(0x06, [Buffer.from(hex, 'hex')]);
}

/** Noon of the first of January, as GeneralizedTime. */
function time(year: number): Buffer {
  return der(0x18, [Buffer.from(`${year}0101120000Z`)]);
}

function der(tag: number, parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
