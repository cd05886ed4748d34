/**
 * Reads the file of a store derivation. It is as lenient as Nix: lists may start with a comma, strings need none between
 * them, an escaped character stands for itself unless it is n, r or t, and what follows the end is not looked at.
 */

import { BuilderEnvironment } from "./builder-environment.ts";
import { parseMethodAndAlgorithm } from "./content-address.ts";
import { type Derivation, type DerivationOutput, type UsedOutputs } from "./derivation.ts";
import { StoreError } from "./error.ts";
import { parseBareHash } from "./hash-text.ts";
import { storeMessages } from "./messages.ts";
import { inOrder, sortedSet } from "./order.ts";
import { derivationNameOf, parseStorePath, type StorePath } from "./store-path.ts";

/** The derivation in the file at a path of the store, whose text is given as bytes. */
export function parseDerivation(folder: string, path: StorePath, text: string): Derivation {
  try {
    return new Parser(folder, text).derivation(derivationNameOf(path));
  } catch (error) {
    if (!(error instanceof StoreError) || !syntaxCodes.has(error.problem.code)) throw error;
    throw new StoreError(storeMessages["invalid-derivation"](path, error.problem.text), { cause: error });
  }
}

/** What Nix names the file for; its other refusals stand alone. */
const syntaxCodes: ReadonlySet<string> = new Set(["derivation-syntax", "not-a-derivation-path"]);

class Parser {
  readonly #folder: string;
  readonly #text: string;
  #at = 0;
  /** Of the first backslash that is not behind us; looking for it anew for each string would be quadratic. */
  #backslash = -1;
  /** Whether this is the newer form, in which an input may be an output of an output. */
  #dynamic = false;

  constructor(folder: string, text: string) {
    this.#folder = folder;
    this.#text = text;
  }

  derivation(name: string): Derivation {
    this.#start();
    const outputs = this.#outputs();
    this.#expect(",");
    const inputDerivations = this.#inputDerivations();
    this.#expect(",");
    const inputSources: StorePath[] = [];
    this.#list(() => inputSources.push(parseStorePath(this.#folder, this.#path())));
    this.#expect(",");
    const system = this.#string();
    this.#expect(",");
    const builder = this.#string();
    this.#expect(",");
    const args: string[] = [];
    this.#list(() => args.push(this.#string()));
    this.#expect(",");
    const env = this.#env();
    this.#expect(")");
    return { name, outputs, inputDerivations, inputSources: sortedSet(inputSources), system, builder, args, env };
  }

  #start(): void {
    this.#expect("D");
    if (this.#text[this.#at] === "e") {
      this.#expect("erive(");
    } else if (this.#text[this.#at] === "r") {
      this.#expect("rvWithVersion(");
      const version = this.#string();
      if (version !== "xp-dyn-drv") fail(`Unknown derivation ATerm format version '${version}'`);
      this.#dynamic = true;
      this.#expect(",");
    } else {
      throw new StoreError(storeMessages["not-a-derivation"]());
    }
  }

  #outputs(): ReadonlyMap<string, DerivationOutput> {
    const outputs = new Map<string, DerivationOutput>();
    this.#list(() => {
      this.#expect("(");
      const name = this.#string();
      this.#expect(",");
      const path = this.#string();
      this.#expect(",");
      const algorithm = this.#string();
      this.#expect(",");
      const hash = this.#string();
      this.#expect(")");
      const output = this.#output(path, algorithm, hash);
      if (!outputs.has(name)) outputs.set(name, output);
    });
    return inOrder(outputs);
  }

  #output(path: string, methodAndAlgorithm: string, hash: string): DerivationOutput {
    if (methodAndAlgorithm === "") {
      if (path === "") return { kind: "deferred" };
      return { kind: "input-addressed", path: parseStorePath(this.#folder, checkAbsolute(path)) };
    }
    const { method, algorithm } = parseMethodAndAlgorithm(methodAndAlgorithm);
    if (hash === "impure") {
      if (path !== "") fail("impure derivation output should not specify output path");
      return { kind: "impure", method, algorithm };
    }
    if (hash === "") {
      if (path !== "") fail("content-addressed derivation output should not specify output path");
      return { kind: "floating", method, algorithm };
    }
    // The path follows from the hash, so the one in the file is not kept.
    checkAbsolute(path);
    return { kind: "fixed", content: { method, hash: parseBareHash(hash, algorithm) } };
  }

  #inputDerivations(): ReadonlyMap<StorePath, UsedOutputs> {
    const inputs = new Map<StorePath, UsedOutputs>();
    this.#list(() => {
      this.#expect("(");
      const path = this.#path();
      this.#expect(",");
      inputs.set(parseStorePath(this.#folder, path), this.#usedOutputs());
      this.#expect(")");
    });
    return inOrder(inputs);
  }

  #usedOutputs(): UsedOutputs {
    const next = this.#text[this.#at];
    if (!this.#dynamic || next === "[") return { outputs: this.#names() };
    if (next !== "(") fail("invalid inputDrvs entry in derivation");
    this.#expect("(");
    const outputs = this.#names();
    this.#expect(",");
    const dynamic = new Map<string, UsedOutputs>();
    this.#list(() => {
      this.#expect("(");
      const name = this.#string();
      this.#expect(",");
      dynamic.set(name, this.#usedOutputs());
      this.#expect(")");
    });
    this.#expect(")");
    return { outputs, dynamic: inOrder(dynamic) };
  }

  #env(): BuilderEnvironment {
    const pairs: [string, string][] = [];
    this.#list(() => {
      this.#expect("(");
      const name = this.#string();
      this.#expect(",");
      pairs.push([name, this.#string()]);
      this.#expect(")");
    });
    return BuilderEnvironment.from(pairs);
  }

  #names(): readonly string[] {
    const names: string[] = [];
    this.#list(() => names.push(this.#string()));
    return sortedSet(names);
  }

  #list(element: () => void): void {
    this.#expect("[");
    for (;;) {
      const next = this.#text[this.#at];
      if (next === "]") break;
      if (next === ",") this.#at++;
      element();
    }
    this.#at++;
  }

  #path(): string {
    return checkAbsolute(this.#string());
  }

  #string(): string {
    this.#expect('"');
    const start = this.#at;
    const quote = this.#text.indexOf('"', start);
    if (this.#backslash < start) {
      const backslash = this.#text.indexOf("\\", start);
      this.#backslash = backslash < 0 ? this.#text.length : backslash;
    }
    if (quote >= 0 && quote < this.#backslash) {
      this.#at = quote + 1;
      return this.#text.slice(start, quote);
    }
    return this.#escapedString(start);
  }

  #escapedString(start: number): string {
    let text = "";
    let from = start;
    for (;;) {
      special.lastIndex = from;
      const end = special.exec(this.#text)?.index;
      if (end === undefined) fail("unterminated string in derivation");
      text += this.#text.slice(from, end);
      if (this.#text[end] === '"') {
        this.#at = end + 1;
        return text;
      }
      const escaped = this.#text[end + 1];
      if (escaped === undefined) fail("unterminated string in derivation");
      text += escapes[escaped] ?? escaped;
      from = end + 2;
    }
  }

  #expect(text: string): void {
    if (!this.#text.startsWith(text, this.#at)) fail(`expected string '${text}'`);
    this.#at += text.length;
  }
}

const special = /["\\]/g;

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function checkAbsolute(path: string): string {
  if (!path.startsWith("/")) fail(`bad path '${path}' in derivation`);
  return path;
}

function fail(problem: string): never {
  throw new StoreError(storeMessages["derivation-syntax"](problem));
}
