/** Zip files byte by byte, as programs of Unix write them. */

import { crc32, deflateRawSync } from "node:zlib";

export interface ZipMember {
  readonly path: string;
  /** What a link leads to, if the mode says that it is one. */
  readonly content?: string;
  /** With the type of the file; none where the file is not from Unix. */
  readonly mode?: number;
  /** Whether it is stored as it is. */
  readonly isStored?: boolean;
  /** Seconds; without them, it is of 2023-11-14 22:13:20 where the reader is. */
  readonly modified?: number;
}

export function zip(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { path, content = "", mode, isStored = false, modified } = member;
    const [name, body] = [Buffer.from(path), Buffer.from(content)];
    const packed = isStored ? body : deflateRawSync(body);
    const extra = modified === undefined ? Buffer.alloc(0) : Buffer.alloc(9);
    if (modified !== undefined) {
      extra.writeUInt32LE(0x0005_5455);
      extra.writeUInt8(1, 4);
      extra.writeUInt32LE(modified, 5);
    }
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20);
    facts.writeUInt16LE(isStored ? 0 : 8, 4);
    facts.writeUInt32LE(TIME, 6);
    facts.writeUInt32LE(crc32(body), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(body.length, 18);
    facts.writeUInt16LE(name.length, 22);
    facts.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, name, extra, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(mode === undefined ? 0 : (mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, mode === undefined ? 0 : 3]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), madeBy, facts, rest, name, extra]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from("PK\x05\x06"), end]);
}

/** As DOS has it. */
const TIME = ((((2023 - 1980) << 9) | (11 << 5) | 14) << 16) | (22 << 11) | (13 << 5) | 10;
