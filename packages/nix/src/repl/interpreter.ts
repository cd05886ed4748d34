/** What a thread does for an interpreter: one request after the other, in one scope. */

import { installBuiltins } from "../builtins/index.ts";
import type { Handle } from "../eval/memory/heap.ts";
import { STRING } from "../eval/memory/heap.ts";
import { importFile, loadText } from "../eval/files/imports.ts";
import { evaluate, force, markMachine, setMaxCallDepth, unwind } from "../eval/machine/machine.ts";
import { findFile } from "../eval/files/search-path.ts";
import { autoCall } from "../eval/machine/selection.ts";
import { settings } from "../eval/machine/settings.ts";
import { describe } from "../eval/errors/show.ts";
import { string, symbols, textOf } from "../eval/memory/strings.ts";
import { forceAttrs, shapeOfSet, slotsInOrder } from "../eval/memory/values.ts";
import { failureOf } from "../evaluation.ts";
import { globalNames } from "../syntax/scope/global-names.ts";
import { coloredPalette, plainPalette } from "../eval/print/palette.ts";
import { printValue } from "../eval/print/printer.ts";
import type { ReplReply, ReplRequest, ReplStart } from "./protocol.ts";
import { Scope } from "./scope.ts";

export class Interpreter {
  readonly #start: ReplStart;
  readonly #scope: Scope;

  constructor(start: ReplStart, print: (line: string) => void) {
    const { environment = {}, ...given } = start.settings;
    Object.assign(settings, given, { print, environment: (name: string) => environment[name] });
    installBuiltins();
    this.#start = start;
    this.#scope = new Scope(start.folder);
  }

  answer(request: ReplRequest): ReplReply {
    const mark = markMachine();
    setMaxCallDepth(this.#start.maxCallDepth ?? USUAL_DEPTH);
    try {
      return this.#answer(request);
    } catch (error) {
      const failure = failureOf(error);
      unwind(mark);
      return { ok: false, failure };
    }
  }

  #answer(request: ReplRequest): ReplReply {
    switch (request.kind) {
      case "print": {
        const value = force(this.#scope.evaluate(request.text));
        if (request.raw && (value & 7) === STRING) return { ok: true, output: textOf(value) };
        const palette = this.#start.colors ? coloredPalette : plainPalette;
        return { ok: true, output: printValue(value, { levels: request.levels, palette }) };
      }
      case "type":
        return { ok: true, output: describe(force(this.#scope.evaluate(request.text))) };
      case "bind":
        this.#scope.bind(request.name, request.text);
        return { ok: true, added: 1 };
      case "add":
        return { ok: true, added: this.#scope.add(this.#scope.evaluate(request.text)) };
      case "load": {
        const { path } = request;
        const file = path.startsWith("<") ? findFile(settings.nixPath, path.slice(1, -1)) : path;
        return { ok: true, added: this.#scope.add(autoCall(importFile(file), this.#args())) };
      }
      case "names":
        return { ok: true, names: this.#names(request.text) };
    }
  }

  #names(text: string | undefined): string[] {
    if (text === undefined) return [...new Set([...this.#scope.names, ...globalNames])];
    const set = forceAttrs(this.#scope.evaluate(text));
    const { symbols: names } = shapeOfSet(set);
    return Array.from(slotsInOrder(set), (slot) => symbols.name(names[slot]!));
  }

  #args(): Map<string, Handle> {
    return new Map(
      this.#start.args.map(({ name, kind, text }) => [
        name,
        kind === "string"
          ? string(text)
          : evaluate(loadText(Buffer.from(text, "latin1"), "\u00c2\u00abstring\u00c2\u00bb", this.#start.folder), 0),
      ]),
    );
  }
}

const USUAL_DEPTH = 10_000;
