/**
 * From a pattern to a program. Groups are kept on a stack of our own, so that no nesting can exhaust the engine's.
 *
 * Nix's library gives up a pattern that needs more than 100,000 states, and says so by an error of its own. Programs
 * here are smaller than its automata, so its states are counted along the way, in its own order.
 */

import { byteSet, singleByte } from "./byte-set.ts";
import { parseBrackets } from "./brackets.ts";
import * as Program from "./program.ts";
import { RegexSyntaxError } from "./syntax-error.ts";
import { TokenReader } from "./tokens.ts";

/** @throws {RegexSyntaxError} */
export function parseRegex(pattern: string): Program.Program {
  return new Parser(pattern).parse();
}

/** A fragment, and the states that Nix's library would copy to repeat it. */
interface Part {
  readonly fragment: Program.Fragment;
  readonly states: number;
}

/** A group that is not closed yet; the outermost one is the whole pattern. */
interface Group {
  /** Its number and its opening mark. The whole pattern has none. */
  readonly number: number;
  readonly mark: Program.Fragment | undefined;
  /** The alternatives before the current one. */
  before: Part | undefined;
  /** The current alternative. */
  current: Part | undefined;
}

const MOST_STATES = 100_000;
const EMPTY_ALTERNATIVE = 1;
const LARGEST_COUNT = 2 ** 31 - 1;

const anyByte = byteSet((byte) => byte !== 0);

class Parser {
  readonly #reader: TokenReader;
  readonly #builder = new Program.ProgramBuilder();
  #groups = 0;
  #states = 0;

  constructor(pattern: string) {
    this.#reader = new TokenReader(pattern);
  }

  parse(): Program.Program {
    const open: Group[] = [{ number: 0, mark: undefined, before: undefined, current: undefined }];
    this.#count(1);
    for (;;) {
      const group = open.at(-1)!;
      const token = this.#reader.current;
      if (token.kind === "group") {
        this.#reader.advance();
        open.push(this.#openGroup());
      } else if (token.kind === "or") {
        this.#endAlternative(group);
        this.#reader.advance();
      } else if (token.kind === "group-end" && open.length > 1) {
        this.#endAlternative(group);
        this.#reader.advance();
        open.pop();
        this.#append(open.at(-1)!, this.#quantified(this.#closeGroup(group)));
      } else {
        const part = this.#term();
        if (part === undefined) break;
        this.#append(group, part);
      }
    }
    this.#endAlternative(open.at(-1)!);
    if (open.length > 1 || this.#reader.current.kind !== "end") throw new RegexSyntaxError();
    this.#count(2);
    return this.#builder.finish(open[0]!.before!.fragment, this.#groups);
  }

  #openGroup(): Group {
    const number = ++this.#groups;
    this.#count(1);
    const mark = this.#builder.single(Program.MARK, 2 * number - 2);
    return { number, mark, before: undefined, current: undefined };
  }

  #closeGroup(group: Group): Part {
    this.#count(1);
    const { fragment, states } = group.before!;
    const opened = this.#builder.sequence(group.mark!, fragment);
    const closed = this.#builder.sequence(opened, this.#builder.single(Program.MARK, 2 * group.number - 1));
    return { fragment: closed, states: states + 2 };
  }

  #append(group: Group, part: Part): void {
    const { current } = group;
    group.current =
      current === undefined
        ? part
        : {
            fragment: this.#builder.sequence(current.fragment, part.fragment),
            states: current.states + part.states,
          };
  }

  #endAlternative(group: Group): void {
    this.#count(EMPTY_ALTERNATIVE);
    const { fragment, states } = group.current ?? { fragment: this.#builder.single(Program.JOIN), states: 0 };
    const ended = { fragment, states: states + EMPTY_ALTERNATIVE };
    group.current = undefined;
    if (group.before === undefined) {
      group.before = ended;
      return;
    }
    this.#count(2);
    group.before = {
      fragment: this.#builder.either(group.before.fragment, ended.fragment),
      states: group.before.states + ended.states + 2,
    };
  }

  /** An assertion, or an atom other than a group with its repetitions. */
  #term(): Part | undefined {
    const token = this.#reader.current;
    switch (token.kind) {
      case "line-start":
        this.#reader.advance();
        return this.#part(this.#builder.single(Program.LINE_START));
      case "line-end":
        this.#reader.advance();
        return this.#part(this.#builder.single(Program.LINE_END));
      case "any":
        this.#reader.advance();
        return this.#quantified(this.#part(this.#builder.consume(anyByte)));
      case "byte":
        this.#reader.advance();
        return this.#quantified(this.#part(this.#builder.consume(singleByte(token.value.charCodeAt(0)))));
      case "brackets":
        this.#reader.advance();
        return this.#quantified(this.#part(this.#builder.consume(parseBrackets(this.#reader, token.negated))));
      default:
        return undefined;
    }
  }

  #part(fragment: Program.Fragment): Part {
    this.#count(1);
    return { fragment, states: 1 };
  }

  #quantified(atom: Part): Part {
    let part = atom;
    for (;;) {
      const { fragment, states } = part;
      if (this.#reader.take("star")) {
        this.#count(1);
        part = { fragment: this.#builder.zeroOrMore(fragment), states: states + 1 };
      } else if (this.#reader.take("plus")) {
        this.#count(1);
        part = { fragment: this.#builder.oneOrMore(fragment), states: states + 1 };
      } else if (this.#reader.take("option")) {
        this.#count(2);
        part = { fragment: this.#builder.zeroOrOne(fragment), states: states + 2 };
      } else if (this.#reader.take("braces")) {
        part = this.#interval(part);
      } else {
        return part;
      }
    }
  }

  /** `{2}`, `{2,}`, `{2,4}`; the opening brace has been read. */
  #interval({ fragment, states }: Part): Part {
    const least = this.#number();
    let most: number | undefined = least;
    this.#count(1);
    if (this.#reader.take("comma")) most = this.#reader.current.kind === "count" ? this.#number() : undefined;
    if (!this.#reader.take("braces-end")) throw new RegexSyntaxError();
    const required = least * states;
    this.#count(required);
    if (most === undefined) {
      this.#count(states + 1);
      return { fragment: this.#builder.atLeast(fragment, least), states: required + states + 2 };
    }
    if (most < least) throw new RegexSyntaxError();
    const optional = (most - least) * (states + 1);
    this.#count(optional + 1);
    return {
      fragment: this.#builder.between(fragment, least, most),
      states: required + optional + 2,
    };
  }

  #number(): number {
    const count = this.#reader.take("count");
    const value = Number(count?.value);
    if (!(value <= LARGEST_COUNT)) throw new RegexSyntaxError();
    return value;
  }

  #count(states: number): void {
    this.#states += states;
    if (this.#states > MOST_STATES) throw new RegexSyntaxError(true);
  }
}
