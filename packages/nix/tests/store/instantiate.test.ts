import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import {
  BuilderEnvironment,
  DerivationHashes,
  type DerivationDraft,
  hashBytes,
  instantiate,
  makeTextPath,
  parseDerivation,
  printDerivation,
} from "../../src/store/index.ts";
import { refusalOf } from "./support/refusal.ts";

const folder = "/nix/store";

function noReading(path: string): never {
  throw new Error(`${path} is to be read`);
}

/** What an expression with these attributes comes to. */
function draft(
  name: string,
  more: Partial<DerivationDraft> & { attributes?: Record<string, string> } = {},
): DerivationDraft {
  const { attributes = {}, ...rest } = more;
  return {
    name,
    outputs: { kind: "input-addressed", names: ["out"] },
    inputDerivations: new Map(),
    inputSources: [],
    system: "x86_64-linux",
    builder: "/bin/sh",
    args: [],
    env: BuilderEnvironment.from(Object.entries({ name, system: "x86_64-linux", builder: "/bin/sh", ...attributes })),
    ...rest,
  };
}

const empty = hashBytes("sha256", "");
const fetched = (url: string): DerivationDraft =>
  draft("f", {
    outputs: { kind: "fixed", content: { method: "flat", hash: empty } },
    attributes: { url, outputHash: "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" },
  });
const twoOutputs = draft("a", {
  outputs: { kind: "input-addressed", names: ["out", "dev", "out"] },
  attributes: { outputs: "out dev", out: "replaced" },
});

describe("a derivation", () => {
  test("has the paths that Nix gives it, whatever the order of what it is made from", () => {
    const hashes = new DerivationHashes(folder, noReading);
    const { path, outputPaths, derivation } = instantiate(twoOutputs, hashes);
    strictEqual(path, "/nix/store/wnvld3im7bgzcx9iplxdvvmk9nwx98bq-a.drv");
    deepStrictEqual(
      [...outputPaths],
      [
        ["dev", "/nix/store/0pymnpkxynhvm2q42p711hj7rpj8k1aw-a-dev"],
        ["out", "/nix/store/j6bx1jwzc2rv1id9v9nv724h6h82sban-a"],
      ],
    );
    deepStrictEqual(derivation.env.names, ["builder", "dev", "name", "out", "outputs", "system"]);
    strictEqual(derivation.env.get("out"), "/nix/store/j6bx1jwzc2rv1id9v9nv724h6h82sban-a");
  });

  test("keeps its outputs but not its own path where only the source of fixed content differs", () => {
    const hashes = new DerivationHashes(folder, noReading);
    const input = instantiate(twoOutputs, hashes);
    const text = makeTextPath(folder, "t", "text");
    const [one, other] = ["1", "2"].map((url) => {
      const source = instantiate(fetched(url), hashes);
      return instantiate(
        draft("b", {
          inputDerivations: new Map([
            [input.path, { outputs: ["dev"] }],
            [source.path, { outputs: ["out"] }],
          ]),
          inputSources: [text, text],
          attributes: { x: `${source.outputPaths.get("out")} ${input.outputPaths.get("dev")}`, y: text },
        }),
        hashes,
      );
    });
    strictEqual(one!.path, "/nix/store/fx3bzpgnn64zd33dr0pwz4ckw56b377i-b.drv");
    strictEqual(other!.path, "/nix/store/6ywsfr31vg2my8cvyay2chrpibd9dc74-b.drv");
    strictEqual(one!.outputPaths.get("out"), "/nix/store/n3hpdghm1p9mw0308dcbzm4hamadl31a-b");
    deepStrictEqual(one!.outputPaths, other!.outputPaths);
  });

  test("has its inputs in the order of their hashes, which is not that of their paths", () => {
    const hashes = new DerivationHashes(folder, noReading);
    const inputs = Array.from({ length: 8 }, (_, index) => instantiate(draft(`input-${index}`), hashes));
    const { outputPaths } = instantiate(
      draft("many", {
        inputDerivations: new Map(inputs.map(({ path }) => [path, { outputs: ["out"] }])),
        attributes: { inputs: inputs.map((input) => input.outputPaths.get("out")).join(" ") },
      }),
      hashes,
    );
    deepStrictEqual([...outputPaths], [["out", "/nix/store/vcr4n4xkkv3qi01kyxrs98f4c5iw7jhw-many"]]);
  });

  test("does not tell two inputs apart that are equal modulo, but unites their outputs", () => {
    const hashes = new DerivationHashes(folder, noReading);
    const [one, other] = ["1", "2"].map((url) => instantiate(fetched(url), hashes));
    const build = (source: string): string =>
      instantiate(
        draft("built", {
          outputs: { kind: "input-addressed", names: ["out", "man", "bin"] },
          inputDerivations: new Map([[source, { outputs: ["out"] }]]),
        }),
        hashes,
      ).path;
    const [first, second] = [build(one!.path), build(other!.path)];
    strictEqual(first === second, false);
    const using = (uses: [string, string[]][]): DerivationDraft =>
      draft("user", { inputDerivations: new Map(uses.map(([path, outputs]) => [path, { outputs }])) });
    const outputOf = (uses: [string, string[]][]): string => instantiate(using(uses), hashes).outputPaths.get("out")!;
    const both = outputOf([
      [first, ["out", "man"]],
      [second, ["bin", "out"]],
    ]);
    strictEqual(outputOf([[second, ["man", "out", "bin"]]]), both);
    strictEqual(outputOf([[first, ["bin", "man", "out", "man"]]]), both);
    strictEqual(outputOf([[first, ["bin", "man"]]]) === both, false);
  });

  test("has inputs that are read when nobody has made them", () => {
    const made = new DerivationHashes(folder, noReading);
    const [source, input] = [instantiate(fetched("1"), made), instantiate(twoOutputs, made)];
    const between = instantiate(draft("c", { inputDerivations: new Map([[source.path, { outputs: ["out"] }]]) }), made);
    const top = draft("d", {
      inputDerivations: new Map([
        [between.path, { outputs: ["out"] }],
        [input.path, { outputs: ["dev"] }],
      ]),
    });
    const files = new Map(
      [source, input, between].map(({ path, derivation }) => [path, printDerivation(folder, derivation)]),
    );
    const read: string[] = [];
    const hashes = new DerivationHashes(folder, (path) => {
      read.push(path);
      return parseDerivation(folder, path, files.get(path)!);
    });
    deepStrictEqual(instantiate(top, hashes), instantiate(top, made));
    deepStrictEqual(new Set(read), new Set(files.keys()));
    instantiate(top, hashes);
    strictEqual(read.length, 3);
    deepStrictEqual(
      [...files.keys()].map((path) => hashes.of(path)),
      [...files.keys()].map((path) => made.of(path)),
    );
  });

  test("cannot use an output that its input does not have", () => {
    const hashes = new DerivationHashes(folder, noReading);
    const { path } = instantiate(twoOutputs, hashes);
    strictEqual(
      refusalOf(() => instantiate(draft("b", { inputDerivations: new Map([[path, { outputs: ["lib"] }]]) }), hashes)),
      "no hash for output 'lib' of derivation 'b'",
    );
  });

  test("has output paths only later where it depends on what is known only later", () => {
    const hashes = new DerivationHashes(folder, noReading);
    const floating = instantiate(
      draft("x", { outputs: { kind: "floating", names: ["out"], method: "nar", algorithm: "sha256" } }),
      hashes,
    );
    const after = instantiate(
      draft("y", { inputDerivations: new Map([[floating.path, { outputs: ["out"] }]]) }),
      hashes,
    );
    deepStrictEqual([...after.outputPaths], [["out", undefined]]);
    strictEqual(after.derivation.env.get("out"), "");
    strictEqual(hashes.of(after.path).deferred, true);
  });

  test("is not touched by the making of it", () => {
    const before = structuredClone({ ...twoOutputs, env: [...twoOutputs.env] });
    instantiate(twoOutputs, new DerivationHashes(folder, noReading));
    deepStrictEqual({ ...twoOutputs, env: [...twoOutputs.env] }, before);
  });
});
