/**
 * What `nix-store --serve` is sent, and what it answers: the protocol by which Nix copies store objects over SSH. It is
 * the one way in that all versions of Nix have and that asks for no trust: an object that is named by its content needs
 * no signature. All requests are known beforehand, so they are written at once, and the replies are read at the end.
 */

import type { StorePath } from "./store-path.ts";

/** An object as the store takes it. */
export interface Addition {
  readonly path: StorePath;
  readonly references: readonly StorePath[];
  /** How its path follows from its content; see `printContentAddress`. */
  readonly contentAddress: string;
  /** In base 16. */
  readonly narHash: string;
  readonly nar: Uint8Array;
}

export function greeting(): Buffer {
  return Buffer.concat([number(0x390c_9deb), number(PROTOCOL_VERSION)]);
}

/** Which of the paths does the store have? */
export function queryValidPaths(paths: readonly StorePath[]): Buffer {
  const [lock, substitute] = [number(0), number(0)];
  return Buffer.concat([number(1), lock, substitute, ...texts(paths)]);
}

/** What an object refers to has to be there before it. */
export function addToStore({ path, references, contentAddress, narHash, nar }: Addition): Uint8Array[] {
  const [time, ultimate] = [number(0), number(0)];
  const noDeriver = text("");
  const head = [text(path), noDeriver, text(narHash), ...texts(references), time, number(nar.length), ultimate];
  return [Buffer.concat([number(9), ...head, ...texts([]), text(contentAddress)]), nar];
}

/** The answer to {@link queryValidPaths}, where that was the first request. */
export function readValidPaths(reply: Buffer): StorePath[] {
  let at = REPLY_TO_GREETING;
  const next = (): number => {
    at += 8;
    return Number(reply.readBigUInt64LE(at - 8));
  };
  return Array.from({ length: next() }, () => {
    const length = next();
    const path = reply.toString("latin1", at, at + length);
    at += padded(length);
    return path;
  });
}

/** 2.5, the first version in which objects can be added one by one. */
const PROTOCOL_VERSION = 0x205;
const REPLY_TO_GREETING = 16;

function texts(all: readonly string[]): Buffer[] {
  return [number(all.length), ...all.map(text)];
}

function text(value: string): Buffer {
  const bytes = Buffer.alloc(8 + padded(value.length));
  bytes.writeBigUInt64LE(BigInt(value.length), 0);
  bytes.write(value, 8, "latin1");
  return bytes;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value), 0);
  return bytes;
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
