/** Derivations of every shape that a file can hold, in the order in which a file lists everything. */

import fc from "fast-check";
import {
  BuilderEnvironment,
  type Derivation,
  type DerivationOutput,
  encodeBase32,
  HASH_SIZE,
  type HashAlgorithm,
  type StorePath,
  storePath,
  type UsedOutputs,
} from "../../../src/store/index.ts";

/** An object as the code under test makes them, with a prototype. */
function plainRecord<Fields>(fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> }): fc.Arbitrary<Fields> {
  return fc.record(fields, { noNullPrototype: true });
}

const bytes = fc
  .array(fc.oneof(fc.constantFrom(...'"\\\n\r\tnrtab,()[]$\0\xff'), fc.constant("x".repeat(90))), { maxLength: 12 })
  .map((parts) => parts.join(""));
const name = fc.oneof(fc.stringMatching(/^[a-z0-9+_=?-]{1,9}$/), fc.constantFrom("a", "b", "out"));

function arbitraryPath(suffix: string): fc.Arbitrary<StorePath> {
  const hash = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(encodeBase32);
  return fc.tuple(hash, name).map(([digits, text]) => storePath("/nix/store", digits, text + suffix));
}

function orderedMap<Value>(
  key: fc.Arbitrary<string>,
  value: fc.Arbitrary<Value>,
  minLength = 0,
): fc.Arbitrary<Map<string, Value>> {
  return fc
    .uniqueArray(fc.tuple(key, value), { selector: ([text]) => text, minLength, maxLength: 6 })
    .map((entries) => new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function orderedSet(element: fc.Arbitrary<string>): fc.Arbitrary<string[]> {
  return fc.uniqueArray(element, { maxLength: 5 }).map((elements) => elements.sort());
}

const algorithm = fc.constantFrom(...(Object.keys(HASH_SIZE) as HashAlgorithm[]));
const method = fc.constantFrom("flat" as const, "nar" as const, "text" as const);
const hash = algorithm.chain((one) =>
  fc
    .uint8Array({ minLength: HASH_SIZE[one], maxLength: HASH_SIZE[one] })
    .map((digest) => ({ algorithm: one, bytes: Buffer.from(digest) })),
);
const output: fc.Arbitrary<DerivationOutput> = fc.oneof(
  arbitraryPath("").map((path) => ({ kind: "input-addressed" as const, path })),
  plainRecord({ method, hash }).map((content) => ({ kind: "fixed" as const, content })),
  plainRecord({ kind: fc.constantFrom("floating" as const, "impure" as const), method, algorithm }),
  fc.constant({ kind: "deferred" as const }),
);
const plainUse: fc.Arbitrary<UsedOutputs> = plainRecord({ outputs: orderedSet(name) });
const dynamicUse: fc.Arbitrary<UsedOutputs> = plainRecord({
  outputs: orderedSet(name),
  dynamic: orderedMap(
    name,
    fc.oneof(plainUse, plainRecord({ outputs: orderedSet(name), dynamic: orderedMap(name, plainUse, 1) })),
    1,
  ),
});

export const arbitraryDerivation: fc.Arbitrary<Derivation> = plainRecord({
  name,
  outputs: orderedMap(name, output),
  inputDerivations: orderedMap(arbitraryPath(".drv"), fc.oneof({ weight: 3, arbitrary: plainUse }, dynamicUse)),
  inputSources: orderedSet(arbitraryPath("")),
  system: name,
  builder: bytes,
  args: fc.array(bytes, { maxLength: 4 }),
  // Some of its names are those of outputs.
  env: orderedMap(fc.oneof(bytes, name, fc.constantFrom("a", "b")), bytes).map((env) => BuilderEnvironment.from(env)),
});
