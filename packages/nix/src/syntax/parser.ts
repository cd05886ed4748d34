/**
 * Tokens to a tree: recursive descent, with precedence climbing for the operators.
 *
 * The grammar is Nix's `parser.y`, function by function. The parser never throws and never gives up: what is missing
 * becomes a `Missing` node, what fits nowhere a `Skipped` one, and it goes on at the next place that makes sense, so
 * that one run reports several mistakes. It notices a mistake at the same token as Nix's own parser, which looks one
 * token ahead.
 */

import { TreeBuilder } from "./builder.ts";
import { Diagnostics } from "./diagnostics.ts";
import { tokenize, type Tokens } from "./lexer.ts";
import { syntaxMessages } from "./messages.ts";
import * as Node from "./node.ts";
import { precedences, rightAssociative, UNARY_MINUS, UNARY_NOT } from "./operators.ts";
import { lendBuffers, takeBuffers } from "./scratch.ts";
import * as Token from "./token.ts";
import { latin1, NONE, type Ref, Tree, tokenRef } from "./tree.ts";

export interface ParseOptions {
  /** Whether the experimental feature `pipe-operators` is on. Default: off, as in Nix. */
  readonly pipeOperators?: boolean;
  /** Whether a URL may stand without quotes; not where the experimental feature `no-url-literals` is on. Default: yes. */
  readonly urlLiterals?: boolean;
  /**
   * How deep to follow before giving up with `nesting-too-deep`: a bracket counts as five, a link of a chain (`a: b: …`,
   * `a ++ b ++ …`, `else if …`) as one, in proportion to the stack that they take. The default fits the stack of any
   * thread; a thread made with a large stack can afford {@link NIX_MAX_DEPTH}.
   */
  readonly maxDepth?: number;
  /** Whether the tree is needed no longer than until the next one is made. Then nothing has to be copied. */
  readonly passing?: boolean;
}

/** Fits Node's usual stack of one megabyte, with as much again in reserve. No file of nixpkgs comes near 300. */
export const DEFAULT_MAX_DEPTH = 1000;
/** More than Nix's own parser follows, whose stack of 10,000 entries holds at most that many brackets. */
export const NIX_MAX_DEPTH = 50_000;
export const MAX_SOURCE_BYTES = 256 * 1024 * 1024;

export function parse(source: Uint8Array, options: ParseOptions = {}): Tree {
  const diagnostics = new Diagnostics();
  if (source.length > MAX_SOURCE_BYTES) {
    diagnostics.add(syntaxMessages["source-too-large"](source.length, MAX_SOURCE_BYTES), 0, 0);
    // nothing is read, and everything is kept: the bytes are what lies behind the end of the file
    return new Parser(
      source,
      tokenize(source.subarray(0, 0), { pipeOperators: false }, diagnostics),
      diagnostics,
      1,
      true,
    ).file(takeBuffers);
  }
  const tokens = tokenize(source, { pipeOperators: options.pipeOperators ?? false }, diagnostics);
  const { maxDepth = DEFAULT_MAX_DEPTH, urlLiterals = true } = options;
  const take = options.passing === true ? lendBuffers : takeBuffers;
  return new Parser(source, tokens, diagnostics, maxDepth, urlLiterals).file(take);
}

/** What a bracket counts besides the expression in it. */
const BRACKET_DEPTH = 4;
/** What a name of a binding's path counts that stands for a set of its own. */
const PATH_DEPTH = 2;

const EXPRESSION = "an expression";
const SLASH = 47;
/** How far to look for the end of what may be the arguments of a function. */
const FORMALS_LOOKAHEAD = 400;

class Parser {
  readonly #source: Uint8Array;
  readonly #tokens: Tokens;
  readonly #kinds: Uint8Array;
  readonly #build: TreeBuilder;
  readonly #diagnostics: Diagnostics;
  readonly #maxDepth: number;
  readonly #urlLiterals: boolean;
  /** The index of the current token, and its kind. */
  #at = 0;
  #kind: Token.TokenKind;
  #depth = 0;
  /** How many brackets are open, by the kind of the token that closes them. */
  readonly #open = new Int32Array(Token.CloseBracket + 1);
  /** Whether there are bindings around the current token. */
  #inBindings = false;
  /** The name of the binding that was last found where the one before had no end. */
  #forgottenBefore = -1;
  /** The token that was last complained about: one complaint is enough. */
  #complainedAt = -1;

  constructor(source: Uint8Array, tokens: Tokens, diagnostics: Diagnostics, maxDepth: number, urlLiterals: boolean) {
    this.#source = source;
    this.#tokens = tokens;
    this.#kinds = tokens.kinds;
    this.#build = new TreeBuilder();
    this.#diagnostics = diagnostics;
    this.#maxDepth = maxDepth;
    this.#urlLiterals = urlLiterals;
    this.#kind = this.#kinds[0]!;
  }

  file(take: typeof takeBuffers): Tree {
    // a file that is too large to be read has its complaint already
    const unread = this.#tokens.count === 1 && this.#diagnostics.list.length > 0;
    const expression = unread ? this.#missing() : this.#expression();
    const opened = this.#build.open();
    this.#build.push(expression);
    if (this.#kind !== Token.EndOfFile) {
      this.#unexpected(["end of file"]);
      const first = this.#at;
      this.#goTo(this.#tokens.count - 1);
      this.#build.push(this.#build.leaf(Node.Skipped, first, this.#at));
    }
    const root = this.#build.close(Node.File, 0, this.#tokens.count, opened);
    const buffers = take(this.#tokens.count, this.#build.used);
    return new Tree(this.#source, buffers, root, this.#diagnostics.sorted());
  }

  // ---- expressions

  /** What may stand between brackets: a function, `if`, `let`, `with`, `assert`, or operators. */
  #expression(): Ref {
    if (this.#depth >= this.#maxDepth) return this.#tooDeep();
    this.#depth++;
    let expression: Ref;
    switch (this.#kind) {
      case Token.If:
        expression = this.#if();
        break;
      case Token.Assert:
        expression = this.#scoped(Node.Assert);
        break;
      case Token.With:
        expression = this.#scoped(Node.With);
        break;
      case Token.Let:
        expression = this.#peek() === Token.OpenBrace ? this.#operators() : this.#let();
        break;
      default:
        expression = this.#atLambda() ? this.#lambda() : this.#operators();
    }
    this.#depth--;
    return expression;
  }

  #if(): Ref {
    const first = this.#advance();
    const condition = this.#expression();
    this.#expect(Token.Then);
    const consequence = this.#expression();
    this.#expect(Token.Else);
    const alternative = this.#expression();
    return this.#build.node3(Node.If, first, this.#at, condition, consequence, alternative);
  }

  /** `with scope; body` and `assert condition; body` */
  #scoped(kind: Node.NodeKind): Ref {
    const first = this.#advance();
    const head = this.#expression();
    this.#expect(Token.Semicolon);
    const body = this.#expression();
    return this.#build.node2(kind, first, this.#at, head, body);
  }

  #let(): Ref {
    const first = this.#advance();
    const opened = this.#build.open();
    this.#build.push(NONE); // the body comes first in the record and last in the file
    this.#bindings(Token.In);
    this.#expect(Token.In);
    const body = this.#expression();
    return this.#build.closeWithFirst(Node.Let, first, this.#at, opened, body);
  }

  // ---- functions

  /** Whether what follows is a function: decided as Nix does, by the tokens behind a name or an opening brace. */
  #atLambda(): boolean {
    if (this.#kind === Token.Identifier) {
      const next = this.#peek();
      return next === Token.Colon || next === Token.At;
    }
    if (this.#kind !== Token.OpenBrace) return false;
    switch (this.#peek()) {
      case Token.Ellipsis:
        return true;
      case Token.CloseBrace: {
        const next = this.#peek(2);
        return next === Token.Colon || next === Token.At;
      }
      case Token.Identifier: {
        const next = this.#peek(2);
        if (next === Token.Assign || next === Token.Dot) return false;
        if (next === Token.Comma || next === Token.Question || next === Token.CloseBrace) return true;
        // wrong either way: what comes behind the braces says which was meant
        return this.#isColonBehindBraces();
      }
      default:
        return false;
    }
  }

  #isColonBehindBraces(): boolean {
    let open = 0;
    for (
      let token = this.#at, end = Math.min(token + FORMALS_LOOKAHEAD, this.#tokens.count - 1);
      token < end;
      token++
    ) {
      if (opensBracket(this.#kinds[token]!)) open++;
      else if (closesBracket(this.#kinds[token]!) && --open === 0) {
        const next = this.#kinds[token + 1];
        return next === Token.Colon || next === Token.At;
      }
    }
    return false;
  }

  #lambda(): Ref {
    const first = this.#at;
    let name: Ref = NONE;
    let formals: Ref = NONE;
    if (this.#kind === Token.Identifier) {
      name = tokenRef(this.#advance());
      if (this.#kind === Token.At) {
        this.#advance();
        if (this.#kind === Token.OpenBrace) formals = this.#formals();
        else this.#unexpected(["{"]);
      }
    } else {
      formals = this.#formals();
      if (this.#kind === Token.At) {
        this.#advance();
        if (this.#kind === Token.Identifier) name = tokenRef(this.#advance());
        else this.#unexpected(["a name"]);
      }
    }
    this.#expect(Token.Colon);
    const body = this.#expression();
    return this.#build.node3(Node.Lambda, first, this.#at, name, formals, body);
  }

  #formals(): Ref {
    const first = this.#advance();
    this.#open[Token.CloseBrace]!++;
    const opened = this.#build.open();
    while (this.#kind !== Token.CloseBrace && this.#kind !== Token.EndOfFile) {
      if (this.#kind === Token.Ellipsis) {
        this.#build.push(tokenRef(this.#advance()));
        break;
      }
      if (this.#kind !== Token.Identifier) {
        this.#unexpected(["a name", "...", "}"]);
        if (endsFormals(this.#kind)) break;
        this.#build.push(this.#skipFormal());
        continue;
      }
      this.#build.push(this.#formal());
      if (this.#kind === Token.Comma) this.#advance();
      else if (this.#kind !== Token.CloseBrace) {
        this.#unexpected([",", "}"]);
        if (this.#kind === Token.Semicolon && this.#atFormalBehindSemicolon()) this.#advance();
        else if (endsFormals(this.#kind)) break;
      }
    }
    if (this.#kind !== Token.CloseBrace && this.#kind !== Token.EndOfFile && !endsFormals(this.#kind)) {
      this.#unexpected(["}"]);
      const skipped = this.#at;
      while (this.#kind !== Token.CloseBrace && this.#kind !== Token.EndOfFile) this.#advance();
      this.#build.push(this.#build.leaf(Node.Skipped, skipped, this.#at));
    }
    this.#closeWith(Token.CloseBrace, first);
    return this.#build.close(Node.Formals, first, this.#at, opened);
  }

  /** Whether the semicolon is meant as a comma. */
  #atFormalBehindSemicolon(): boolean {
    const next = this.#peek();
    if (next !== Token.Identifier) return next === Token.CloseBrace || next === Token.Ellipsis;
    const behind = this.#peek(2);
    return (
      behind === Token.Comma || behind === Token.Question || behind === Token.CloseBrace || behind === Token.Semicolon
    );
  }

  /** Skips what is no argument, up to the next one. */
  #skipFormal(): Ref {
    const first = this.#at;
    while (this.#kind !== Token.Comma && this.#kind !== Token.CloseBrace && !endsFormals(this.#kind)) {
      this.#advanceOverBrackets();
    }
    if (this.#kind === Token.Comma) this.#advance();
    return this.#build.leaf(Node.Skipped, first, this.#at);
  }

  #formal(): Ref {
    const first = this.#advance();
    let fallback: Ref = NONE;
    if (this.#kind === Token.Question) {
      this.#advance();
      this.#depth += BRACKET_DEPTH;
      fallback = this.#expression();
      this.#depth -= BRACKET_DEPTH;
    }
    return this.#build.node2(Node.Formal, first, this.#at, tokenRef(first), fallback);
  }

  // ---- operators

  #operators(): Ref {
    const first = this.#at;
    const left = this.#operation(0);
    if (this.#kind === Token.PipeInto) return this.#pipeInto(left, first);
    if (this.#kind === Token.PipeFrom) return this.#pipeFrom(left, first);
    return left;
  }

  /** `a |> f |> g`, from the left. */
  #pipeInto(left: Ref, first: number): Ref {
    while (this.#kind === Token.PipeInto || this.#kind === Token.PipeFrom) {
      if (this.#kind === Token.PipeFrom) this.#chained();
      const operator = tokenRef(this.#advance());
      const right = this.#operation(0);
      left = this.#build.node3(Node.Binary, first, this.#at, left, operator, right);
    }
    return left;
  }

  /** `f <| g <| a`, from the right. */
  #pipeFrom(left: Ref, first: number): Ref {
    if (this.#depth >= this.#maxDepth) return this.#tooDeep();
    this.#depth++;
    const operator = tokenRef(this.#advance());
    const second = this.#at;
    let right = this.#operation(0);
    if (this.#kind === Token.PipeInto) this.#chained();
    if (this.#kind === Token.PipeFrom || this.#kind === Token.PipeInto) right = this.#pipeFrom(right, second);
    this.#depth--;
    return this.#build.node3(Node.Binary, first, this.#at, left, operator, right);
  }

  /** Operators that bind at least as tightly as `least`. */
  #operation(least: number): Ref {
    const first = this.#at;
    let left: Ref;
    if (this.#kind === Token.Not || this.#kind === Token.Minus) {
      if (this.#depth >= this.#maxDepth) return this.#tooDeep();
      this.#depth++;
      const precedence = this.#kind === Token.Not ? UNARY_NOT : UNARY_MINUS;
      const operator = tokenRef(this.#advance());
      const operand = this.#operation(precedence);
      left = this.#build.node2(Node.Unary, first, this.#at, operator, operand);
      this.#depth--;
    } else {
      left = this.#application();
    }
    let chained = 0;
    let last = 0; // the rank of the operator before, if that cannot be chained
    for (;;) {
      const kind = this.#kind;
      const precedence = precedences[kind]!;
      if (precedence === 0 || precedence < least) {
        // Nix has no token for this either: it takes the `/` for a division, and complains of the `*`
        if (kind === Token.UnclosedComment) this.#unclosedComment(1);
        return left;
      }
      if (precedence === last) this.#chained();
      if (kind === Token.Question) {
        this.#advance();
        // such a chain leans to the left, and those who read the tree go down into it
        if (++chained + this.#depth > this.#maxDepth) return this.#tooDeep();
        const attrPath = this.#attrPath();
        left = this.#build.node2(Node.HasAttr, first, this.#at, left, attrPath);
        last = 0; // `a ? b ? c` is `(a ? b) ? c`: what stands behind `?` is no operand
        continue;
      }
      const operator = tokenRef(this.#advance());
      let right: Ref;
      if (rightAssociative[kind] === 1) {
        if (this.#depth >= this.#maxDepth) return this.#tooDeep();
        this.#depth++;
        right = this.#operation(precedence);
        this.#depth--;
        last = 0;
      } else {
        right = this.#operation(precedence + 1);
        last = isComparison(kind) ? precedence : 0;
      }
      left = this.#build.node3(Node.Binary, first, this.#at, left, operator, right);
    }
  }

  #application(): Ref {
    const first = this.#at;
    const callee = this.#select();
    if (!startsOperand(this.#kind) || this.#atForgottenSemicolon()) return callee;
    const opened = this.#build.open();
    this.#build.push(callee);
    while (startsOperand(this.#kind) && !this.#atForgottenSemicolon()) this.#build.push(this.#select());
    return this.#build.close(Node.Apply, first, this.#at, opened);
  }

  /** `a.b.c or d`, and the old `a or`. */
  #select(): Ref {
    const first = this.#at;
    const subject = this.#simple();
    if (this.#kind === Token.OrKeyword) {
      const or = tokenRef(this.#advance());
      return this.#build.node2(Node.ApplyOr, first, this.#at, subject, or);
    }
    if (this.#kind !== Token.Dot) return subject;
    this.#advance();
    const attrPath = this.#attrPath();
    let fallback: Ref = NONE;
    if (this.#kind === Token.OrKeyword) {
      if (this.#depth >= this.#maxDepth) return this.#tooDeep();
      this.#depth++;
      this.#advance();
      fallback = this.#select();
      this.#depth--;
    }
    return this.#build.node3(Node.Select, first, this.#at, subject, attrPath, fallback);
  }

  // ---- what can be an operand by itself

  #simple(): Ref {
    switch (this.#kind) {
      case Token.Identifier:
        if (this.#peek() === Token.Colon || this.#peek() === Token.At) return this.#misplaced();
        return tokenRef(this.#advance());
      case Token.Integer:
      case Token.Float:
      case Token.SearchPath:
        return tokenRef(this.#advance());
      case Token.Uri:
        if (!this.#urlLiterals) this.#complainOfUrl();
        return tokenRef(this.#advance());
      case Token.Path:
      case Token.HomePath:
        return this.#path();
      case Token.Quote:
        return this.#string();
      case Token.IndentedOpen:
        return this.#indentedString();
      case Token.OpenParen: {
        const first = this.#advance();
        this.#open[Token.CloseParen]!++;
        this.#depth += BRACKET_DEPTH;
        const expression = this.#expression();
        this.#depth -= BRACKET_DEPTH;
        this.#closeWith(Token.CloseParen, first);
        return this.#build.node1(Node.Paren, first, this.#at, expression);
      }
      case Token.OpenBracket:
        return this.#list();
      case Token.OpenBrace:
        if (this.#atLambda()) return this.#misplaced();
        return this.#attrSet(this.#at, Node.AttrSet);
      case Token.Rec: {
        const first = this.#advance();
        if (this.#kind === Token.OpenBrace) return this.#attrSet(first, Node.AttrSet);
        this.#unexpected(["{"]);
        return this.#build.leaf(Node.Skipped, first, this.#at);
      }
      case Token.Let:
        if (this.#peek() !== Token.OpenBrace) return this.#misplaced();
        return this.#attrSet(this.#advance(), Node.LegacyLet);
      case Token.If:
      case Token.With:
      case Token.Assert:
        return this.#misplaced();
      default:
        this.#unexpected([EXPRESSION]);
        return this.#missing();
    }
  }

  /** A function, `if`, `let`, `with` or `assert` where Nix wants parentheses around it. */
  #misplaced(): Ref {
    const word =
      this.#kind === Token.Identifier || this.#kind === Token.OpenBrace
        ? "the function"
        : `'${Token.tokenName(this.#kind)}'`;
    const noticed = this.#at + this.#wordsUnderstood();
    if (this.#complainedAt !== this.#at) {
      this.#complain(syntaxMessages["needs-parentheses"](word), this.#at, this.#tokens.starts[noticed]!);
    }
    this.#depth += BRACKET_DEPTH;
    const expression = this.#expression();
    this.#depth -= BRACKET_DEPTH;
    return expression;
  }

  /** How many tokens from here on could also begin something that needs no parentheses: Nix complains of the next. */
  #wordsUnderstood(): number {
    switch (this.#kind) {
      case Token.Identifier: // `a` before `:`
      case Token.Let: // of `let {`
        return 1;
      case Token.OpenBrace: // `{` before `...`, `{ a` before `,`, `{ }` before `:`
        return this.#peek() === Token.Ellipsis ? 1 : 2;
      default:
        return 0;
    }
  }

  #list(): Ref {
    const first = this.#advance();
    const opened = this.#build.open();
    if (this.#depth >= this.#maxDepth) return this.#tooDeep();
    this.#depth += BRACKET_DEPTH;
    this.#open[Token.CloseBracket]!++;
    while (this.#kind !== Token.CloseBracket && this.#kind !== Token.EndOfFile) {
      if (startsOperand(this.#kind)) {
        if (this.#atForgottenSemicolon()) break;
        this.#build.push(this.#select());
      } else {
        if (endsBrackets(this.#kind)) break;
        this.#unexpected([EXPRESSION, "]"]);
        this.#build.push(this.#skipElement());
      }
    }
    this.#depth -= BRACKET_DEPTH;
    this.#closeWith(Token.CloseBracket, first);
    return this.#build.close(Node.List, first, this.#at, opened);
  }

  /** Skips what is no element, up to the next one. */
  #skipElement(): Ref {
    const first = this.#at;
    do this.#advanceOverBrackets();
    while (!startsOperand(this.#kind) && !endsBrackets(this.#kind) && this.#kind !== Token.EndOfFile);
    return this.#build.leaf(Node.Skipped, first, this.#at);
  }

  // ---- attribute sets

  /** At the opening brace. */
  #attrSet(first: number, kind: Node.NodeKind): Ref {
    const brace = this.#advance();
    this.#open[Token.CloseBrace]!++;
    const opened = this.#build.open();
    this.#bindings(Token.CloseBrace);
    this.#closeWith(Token.CloseBrace, brace);
    return this.#build.close(kind, first, this.#at, opened);
  }

  /** Bindings up to the token that ends them, or one that cannot be inside of them. */
  #bindings(end: Token.TokenKind): void {
    const outside = this.#inBindings;
    this.#inBindings = true;
    this.#depth += BRACKET_DEPTH;
    while (this.#kind !== end && this.#kind !== Token.EndOfFile) {
      if (this.#kind === Token.Inherit) this.#build.push(this.#inherit());
      else if (startsName(this.#kind)) this.#build.push(this.#binding());
      else {
        if (endsBindings(this.#kind) && !this.#closesNothing()) break;
        this.#unexpected(["a name", "inherit", end === Token.In ? "in" : "}"]);
        this.#build.push(this.#skipBinding());
      }
    }
    this.#depth -= BRACKET_DEPTH;
    this.#inBindings = outside;
  }

  /** Skips what is no binding, up to the next one. */
  #skipBinding(): Ref {
    const first = this.#at;
    while (this.#kind !== Token.Semicolon && this.#kind !== Token.EndOfFile) {
      if (this.#kind === Token.Inherit || this.#assignBehindPath() >= 0) break;
      if (endsBindings(this.#kind) && !this.#closesNothing()) break;
      this.#advanceOverBrackets();
    }
    while (this.#kind === Token.Semicolon) this.#advance();
    return this.#build.leaf(Node.Skipped, first, this.#at);
  }

  #binding(): Ref {
    const first = this.#at;
    const attrPath = this.#attrPath();
    // every name but the last stands for a set around the value
    const pathDepth = (this.#build.childCount(attrPath) - 1) * PATH_DEPTH;
    if (this.#depth + pathDepth >= this.#maxDepth) return this.#tooDeep();
    let value: Ref;
    if (this.#kind === Token.Assign) {
      this.#advance();
      this.#depth += pathDepth;
      value = this.#expression();
      this.#depth -= pathDepth;
    } else {
      this.#unexpected([".", "="]);
      value = this.#missing();
    }
    this.#endBinding(value);
    return this.#build.node2(Node.Binding, first, this.#at, attrPath, value);
  }

  /** The `;`. Where it is missing, what follows up to the next one belongs to nothing. */
  #endBinding(value: Ref): void {
    if (this.#kind === Token.Semicolon) {
      this.#advance();
      return;
    }
    if (!this.#isExplained()) {
      const forgotten = this.#endOfLineBefore(value);
      const related = forgotten < 0 ? undefined : { token: forgotten, text: "perhaps a ';' is missing here" };
      this.#unexpected([";"], related);
    }
    if (this.#at === this.#forgottenBefore) return;
    if (this.#kind === Token.Comma) this.#advance(); // a comma in the place of the semicolon
    else if (this.#kind === Token.Assign || !(startsName(this.#kind) || this.#kind === Token.Inherit)) {
      while (this.#kind !== Token.Semicolon && this.#kind !== Token.EndOfFile && !endsBindings(this.#kind)) {
        if (this.#kind === Token.CloseBrace) return;
        this.#advanceOverBrackets();
      }
      if (this.#kind === Token.Semicolon) this.#advance();
    }
  }

  /**
   * The `=` of a binding that starts at the current token, or -1: `a`, or `a.b."c"` and so on, with a `=` behind. No
   * argument is followed by one.
   */
  #assignBehindPath(): number {
    if (this.#kind !== Token.Identifier) return -1;
    let token = this.#at + 1;
    for (;;) {
      if (this.#kinds[token] !== Token.Dot) break;
      const name = this.#kinds[token + 1];
      if (name === Token.Identifier) token += 2;
      else if (name === Token.Quote && this.#kinds[token + 3] === Token.Quote) token += 4;
      else break;
    }
    return this.#kinds[token] === Token.Assign ? token : -1;
  }

  /**
   * Whether the next argument or element is none, but the start of the next binding. Nix takes it for one, and
   * complains of the `=` behind it.
   */
  #atForgottenSemicolon(): boolean {
    if (!this.#inBindings || this.#assignBehindPath() < 0) return false;
    this.#forgottenBefore = this.#at;
    return true;
  }

  /** The last token of the line before the one that the current token is on, if the value began before that. */
  #endOfLineBefore(value: Ref): number {
    const start = this.#build.firstToken(value);
    for (let token = this.#at - 1; token >= start; token--) {
      const gapStart = this.#tokens.ends[token]!;
      const gapEnd = this.#tokens.starts[token + 1]!;
      for (let at = gapStart; at < gapEnd; at++) if (this.#source[at] === 10) return token;
    }
    return -1;
  }

  #inherit(): Ref {
    const first = this.#advance();
    const opened = this.#build.open();
    if (this.#kind === Token.OpenParen) {
      const paren = this.#advance();
      this.#open[Token.CloseParen]!++;
      this.#build.push(this.#expression());
      this.#closeWith(Token.CloseParen, paren);
    } else this.#build.push(NONE);
    while (startsName(this.#kind)) this.#build.push(this.#attrName());
    if (this.#kind === Token.Semicolon) this.#advance();
    else {
      this.#unexpected(["a name", ";"]);
      while (this.#kind !== Token.Semicolon && this.#kind !== Token.EndOfFile && !endsBindings(this.#kind)) {
        if (this.#kind === Token.CloseBrace) break;
        this.#advanceOverBrackets();
      }
      if (this.#kind === Token.Semicolon) this.#advance();
    }
    return this.#build.close(Node.Inherit, first, this.#at, opened);
  }

  #attrPath(): Ref {
    const first = this.#at;
    const opened = this.#build.open();
    for (;;) {
      if (!startsName(this.#kind)) {
        this.#unexpected(["a name"]);
        this.#build.push(this.#missing());
        break;
      }
      this.#build.push(this.#attrName());
      if (this.#kind !== Token.Dot) break;
      this.#advance();
    }
    return this.#build.close(Node.AttrPath, first, this.#at, opened);
  }

  #attrName(): Ref {
    if (this.#kind === Token.Quote) return this.#string();
    if (this.#kind === Token.DollarBrace) return this.#interpolation();
    return tokenRef(this.#advance());
  }

  // ---- strings and paths

  #string(): Ref {
    const first = this.#advance();
    const opened = this.#build.open();
    while (this.#kind === Token.StringText || this.#kind === Token.DollarBrace) this.#build.push(this.#piece());
    if (this.#kind === Token.Quote) this.#advance();
    else this.#unclosedString(first);
    return this.#build.close(Node.String, first, this.#at, opened);
  }

  #indentedString(): Ref {
    const first = this.#advance();
    const opened = this.#build.open();
    while (
      this.#kind === Token.IndentedText ||
      this.#kind === Token.IndentedEscape ||
      this.#kind === Token.DollarBrace
    ) {
      this.#build.push(this.#piece());
    }
    if (this.#kind === Token.IndentedClose) this.#advance();
    else this.#unclosedString(first);
    return this.#build.close(Node.IndentedString, first, this.#at, opened);
  }

  #unclosedString(first: number): void {
    if (this.#kind !== Token.EndOfFile) {
      this.#unexpected([]);
      return;
    }
    if (this.#isExplained()) return;
    const message = syntaxMessages["unclosed-string"](Token.tokenName(this.#kinds[first]!));
    this.#complain(message, first, this.#tokens.starts[this.#at]!);
    this.#complainedAt = this.#at;
  }

  #piece(): Ref {
    return this.#kind === Token.DollarBrace ? this.#interpolation() : tokenRef(this.#advance());
  }

  #interpolation(): Ref {
    const first = this.#advance();
    this.#open[Token.CloseBrace]!++;
    this.#depth += BRACKET_DEPTH;
    const expression = this.#expression();
    this.#depth -= BRACKET_DEPTH;
    this.#closeWith(Token.CloseBrace, first);
    return this.#build.node1(Node.Interpolation, first, this.#at, expression);
  }

  /** A path: its pieces stand side by side, without a blank between them. */
  #path(): Ref {
    const first = this.#advance();
    if (!this.#atPathPiece()) return tokenRef(first);
    const opened = this.#build.open();
    this.#build.push(tokenRef(first));
    // Nix has a literal piece behind the first one only where an antiquotation follows that
    if (this.#kind === Token.PathText && !this.#isPathPiece(Token.DollarBrace, this.#at + 1)) {
      const end = this.#tokens.ends[this.#at]!;
      // noticed before the byte behind the piece is looked at; a slash at its end was complained about
      const isLast = this.#peek() !== Token.PathText;
      if (!isLast || this.#source[end - 1] !== SLASH) {
        this.#complain(syntaxMessages["incomplete-path"](), this.#at, isLast ? end - 0.9 : end);
      }
    }
    while (this.#atPathPiece()) this.#build.push(this.#piece());
    return this.#build.close(Node.InterpolatedPath, first, this.#at, opened);
  }

  #atPathPiece(): boolean {
    return this.#kind === Token.PathText || this.#isPathPiece(Token.DollarBrace, this.#at);
  }

  /** Whether a token is of a kind, with no blank before it. */
  #isPathPiece(kind: Token.TokenKind, token: number): boolean {
    return this.#kinds[token] === kind && this.#tokens.starts[token] === this.#tokens.ends[token - 1];
  }

  // ---- moving through the tokens

  /** Goes to the next token, and returns the index of the one before. */
  #advance(): number {
    const token = this.#at;
    if (this.#kind !== Token.EndOfFile) this.#kind = this.#kinds[++this.#at]!;
    return token;
  }

  #goTo(token: number): void {
    this.#at = token;
    this.#kind = this.#kinds[token]!;
  }

  #peek(distance = 1): Token.TokenKind {
    const token = this.#at + distance;
    return token < this.#tokens.count ? this.#kinds[token]! : Token.EndOfFile;
  }

  /** Skips one token, or a bracket with all that it holds. */
  #advanceOverBrackets(): void {
    let open = 0;
    do {
      if (opensBracket(this.#kind)) open++;
      else if (closesBracket(this.#kind)) open--;
      this.#advance();
    } while (open > 0 && this.#kind !== Token.EndOfFile);
  }

  // ---- complaints

  #expect(kind: Token.TokenKind): void {
    if (this.#kind === kind) this.#advance();
    else this.#unexpected([Token.tokenName(kind)]);
  }

  #closeWith(kind: Token.TokenKind, open: number): void {
    this.#open[kind]!--;
    if (this.#kind === kind) this.#advance();
    else if (this.#kind === Token.EndOfFile && !this.#isExplained()) {
      const message = syntaxMessages["unclosed-delimiter"](this.#textOf(open), Token.tokenName(kind));
      this.#complain(message, open, this.#tokens.starts[this.#at]!);
      this.#complainedAt = this.#at;
    } else {
      this.#unexpected([Token.tokenName(kind)], { token: open, text: `to close this '${this.#textOf(open)}'` });
      // a bracket of the wrong kind that closes nothing else was meant for this one
      if (this.#closesNothing()) this.#advance();
      if (this.#kind === kind) this.#advance();
    }
  }

  /** At a closing bracket of a kind that is not open. */
  #closesNothing(): boolean {
    return closesBracket(this.#kind) && this.#open[this.#kind] === 0;
  }

  #unexpected(expected: readonly string[], related?: { token: number; text: string }): void {
    if (this.#isExplained()) return;
    if (this.#kind === Token.UnclosedComment) {
      this.#unclosedComment(0);
      return;
    }
    this.#complainedAt = this.#at;
    const start = this.#tokens.starts[this.#at]!;
    const end = this.#tokens.ends[this.#at]!;
    const noticed = this.#at === this.#forgottenBefore ? this.#assignBehindPath() : this.#at;
    const noticedAt = this.#tokens.starts[noticed]!;
    if (this.#diagnostics.isFull(noticedAt)) return;
    const place =
      related === undefined
        ? undefined
        : [
            {
              range: { start: this.#tokens.starts[related.token]!, end: this.#tokens.ends[related.token]! },
              text: related.text,
            },
          ];
    const message =
      this.#kind === Token.Invalid
        ? syntaxMessages["invalid-byte"](invalidText(this.#source, start, end))
        : syntaxMessages["unexpected-token"](this.#found(), expected);
    this.#diagnostics.add(message, start, end, { related: place, noticedAt });
  }

  /** Whether there was a complaint about the current token, or about a comment that swallowed everything up to it. */
  #isExplained(): boolean {
    if (this.#complainedAt === this.#at) return true;
    return this.#kind === Token.EndOfFile && this.#at > 0 && this.#kinds[this.#at - 1] === Token.UnclosedComment;
  }

  /** At a comment without an end. Nix reads so many of its bytes before it complains. */
  #unclosedComment(bytesUnderstood: number): void {
    if (this.#complainedAt === this.#at) return;
    this.#complainedAt = this.#at;
    const start = this.#tokens.starts[this.#at]!;
    const noticedAt = start + bytesUnderstood;
    this.#diagnostics.add(syntaxMessages["unclosed-comment"](), start, start + 2, { noticedAt });
  }

  /** At an operator that cannot follow the one before it. */
  #chained(): void {
    this.#complain(
      syntaxMessages["chained-operator"](this.#textOf(this.#at)),
      this.#at,
      this.#tokens.starts[this.#at]!,
    );
  }

  #complainOfUrl(): void {
    const [start, end] = [this.#tokens.starts[this.#at]!, this.#tokens.ends[this.#at]!];
    this.#diagnostics.add(syntaxMessages["url-literal"](), start, end);
  }

  #complain(message: ReturnType<(typeof syntaxMessages)["unclosed-comment"]>, token: number, noticedAt: number): void {
    this.#complainedAt = token;
    this.#diagnostics.add(message, this.#tokens.starts[token]!, this.#tokens.ends[token]!, { noticedAt });
  }

  /** The current token as a message names it. */
  #found(): string {
    const name = Token.tokenName(this.#kind);
    if (this.#kind === Token.EndOfFile) return name;
    const text = this.#textOf(this.#at);
    return text === name || text.length > 40 || text.includes("\n") ? `'${name}'` : `${kindWord(this.#kind)}'${text}'`;
  }

  #textOf(token: number): string {
    return latin1(this.#source, this.#tokens.starts[token]!, this.#tokens.ends[token]!);
  }

  #missing(): Ref {
    return this.#build.leaf(Node.Missing, this.#at, this.#at);
  }

  /** Gives up: everything that is left belongs to the nodes that are open. */
  #tooDeep(): Ref {
    const start = this.#tokens.starts[this.#at]!;
    const last = this.#tokens.count - 1;
    if (this.#complainedAt !== last) {
      this.#diagnostics.add(syntaxMessages["nesting-too-deep"](this.#maxDepth), start, this.#tokens.ends[this.#at]!);
    }
    this.#complainedAt = last;
    const first = this.#at;
    this.#goTo(last);
    return this.#build.leaf(Node.Skipped, first, last);
  }
}

// ---- classes of tokens

/** Whether an operand can start here. `let` starts one only as `let {`. */
function startsOperand(kind: Token.TokenKind): boolean {
  return operandStarts[kind] === 1;
}

const operandStarts = new Uint8Array(256);
for (const kind of [
  Token.Identifier,
  Token.Integer,
  Token.Float,
  Token.Path,
  Token.HomePath,
  Token.SearchPath,
  Token.Uri,
  Token.Quote,
  Token.IndentedOpen,
  Token.OpenBrace,
  Token.OpenParen,
  Token.OpenBracket,
  Token.Rec,
  Token.Let,
  // these three are wrong there, and understood all the same
  Token.If,
  Token.With,
  Token.Assert,
]) {
  operandStarts[kind] = 1;
}

function startsName(kind: Token.TokenKind): boolean {
  return kind === Token.Identifier || kind === Token.Quote || kind === Token.DollarBrace || kind === Token.OrKeyword;
}

function isComparison(kind: Token.TokenKind): boolean {
  return kind >= Token.Less && kind <= Token.NotEqual;
}

function opensBracket(kind: Token.TokenKind): boolean {
  return (
    kind === Token.OpenBrace || kind === Token.OpenParen || kind === Token.OpenBracket || kind === Token.DollarBrace
  );
}

function closesBracket(kind: Token.TokenKind): boolean {
  return kind === Token.CloseBrace || kind === Token.CloseParen || kind === Token.CloseBracket;
}

/** What can only belong to something around a list, so that the list must be over. */
function endsBrackets(kind: Token.TokenKind): boolean {
  return closesBracket(kind) || endsBindings(kind) || kind === Token.Semicolon || kind === Token.Assign;
}

/** What can only belong to something around a set of bindings. */
function endsBindings(kind: Token.TokenKind): boolean {
  return (
    kind === Token.CloseParen ||
    kind === Token.CloseBracket ||
    kind === Token.CloseBrace ||
    kind === Token.Then ||
    kind === Token.Else ||
    kind === Token.In ||
    kind === Token.IndentedClose
  );
}

function endsFormals(kind: Token.TokenKind): boolean {
  return kind === Token.Colon || kind === Token.Semicolon || kind === Token.EndOfFile;
}

function kindWord(kind: Token.TokenKind): string {
  return kind === Token.Identifier || kind === Token.Integer || kind === Token.Float || kind === Token.Uri
    ? `${Token.tokenName(kind)} `
    : "";
}

/** Bytes that no token starts with, as a message shows them. */
function invalidText(source: Uint8Array, start: number, end: number): string {
  const bytes = source.subarray(start, Math.min(end, start + 16));
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!text.includes("\uFFFD") && !/\p{C}/u.test(text)) return `character '${text}'`;
  return `byte${bytes.length > 1 ? "s" : ""} ${[...bytes].map((byte) => `0x${byte.toString(16).padStart(2, "0")}`).join(" ")}`;
}
