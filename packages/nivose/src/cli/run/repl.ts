/** `nivose repl`: reads a line, does what it says, and goes on until there is no more. */

import type { EvalFailure } from "@nivose/nix/evaluation";
import type { Message } from "@nivose/nix/message";
import { type ReplReply, type ReplRequest, ReplSession, Stopped } from "@nivose/nix/repl";
import { nearest } from "@nivose/nix/syntax";
import { humanMessage } from "../../report/human.ts";
import { evaluationMessages } from "../../report/evaluation-messages.ts";
import { usesColor } from "../color.ts";
import { type Context, layoutOf, type LineInput } from "../context.ts";
import { tellFailure } from "../eval-failure.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import { ExitCode } from "../exit-codes.ts";
import { logLine } from "../log-line.ts";
import { version } from "../product.ts";
import { refuse } from "../refuse.ts";
import { completeLine } from "../repl/completion.ts";
import { History } from "../repl/history.ts";
import { commandNames, commands, type Line, loading, parseLine } from "../repl/line.ts";
import { stateHome } from "../state-home.ts";

export async function run(context: Context, flags: EvaluationFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const { color, environment, stderr, stdin, stdout, cwd } = context;
  const isTerminal = stdin.isTerminal && stdout.isTerminal;
  const session = new ReplSession(
    {
      ...options,
      folder: Buffer.from(cwd).toString("latin1"),
      colors: usesColor(color, environment, stdout.isTerminal),
    },
    (line) => stderr.write(Buffer.from(`${logLine(line, stderr.isTerminal)}\n`, "latin1")),
  );
  const history = isTerminal ? new History(stateHome(environment)) : undefined;
  const lines = await context.openLines({
    history: history?.read() ?? [],
    complete: (line) => completeLine(line, session, cwd),
    onInterrupt: () => session.stop(),
  });
  try {
    if (isTerminal)
      stderr.write(`nivose ${version}, the language of Nix ${options.settings.nixVersion}. :? lists the commands.\n`);
    const repl = new Repl(session, context, options.showTrace);
    for (const word of words) await repl.do({ kind: "ask", request: loading(word, cwd) }, true);
    await readAll(repl, lines, history, context);
  } finally {
    lines.close();
    await session.end();
  }
  return ExitCode.ok;
}

const PROMPT = "nivose> ";
const MORE = " ".repeat(PROMPT.length);

async function readAll(repl: Repl, lines: LineInput, history: History | undefined, context: Context): Promise<void> {
  for (let text = ""; ;) {
    const read = await lines.read(text === "" ? PROMPT : MORE);
    if (read.kind === "interrupt") {
      text = "";
      continue;
    }
    const isLast = read.kind === "end";
    if (isLast && text === "") return;
    if (!isLast) {
      history?.add(read.text);
      text = text === "" ? read.text : `${text}\n${read.text}`;
    }
    const line = parseLine(text, context.cwd);
    if (line.kind === "quit") return;
    if ((await repl.do(line, isLast)) === "incomplete") continue;
    if (isLast) return;
    text = "";
    await context.stdout.drained();
  }
}

/** A session with what is said about it. */
class Repl {
  readonly #session: ReplSession;
  readonly #context: Context;
  #showTrace: boolean;

  constructor(session: ReplSession, context: Context, showTrace: boolean) {
    this.#session = session;
    this.#context = context;
    this.#showTrace = showTrace;
  }

  /** `incomplete` if the text is the beginning of an expression, and there is more to come. */
  async do(line: Line, isLast: boolean): Promise<"done" | "incomplete"> {
    const { stdout } = this.#context;
    switch (line.kind) {
      case "ask":
        return this.#ask(line.request, isLast);
      case "reload":
        for (const request of await this.#session.reload()) await this.#ask(request, true);
        break;
      case "traces":
        this.#showTrace = line.on ?? !this.#showTrace;
        stdout.write(this.#showTrace ? "showing error traces\n" : "not showing error traces\n");
        break;
      case "help":
        for (const [usage, does] of commands) stdout.write(`  ${usage.padEnd(USAGE_WIDTH)}${does}\n`);
        break;
      case "unsupported":
        this.#tell(evaluationMessages["unsupported-repl-command"](line.command));
        break;
      case "unknown":
        this.#tell(evaluationMessages["unknown-repl-command"](line.command, nearest(line.command, commandNames)));
        break;
      case "refused":
        this.#tell(evaluationMessages["invalid-repl-argument"](line.command, line.argument));
        break;
      case "nothing":
      case "quit":
        break;
    }
    return "done";
  }

  async #ask(request: ReplRequest, isLast: boolean): Promise<"done" | "incomplete"> {
    const { stdout, stderr } = this.#context;
    let reply: ReplReply;
    try {
      reply = await this.#session.ask(request);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      this.#tell(evaluationMessages["evaluation-interrupted"]());
      return "done";
    }
    if (!reply.ok) {
      if (!isLast && isIncomplete(reply.failure)) return "incomplete";
      await tellFailure(reply.failure, this.#showTrace, this.#context);
    } else if ("output" in reply) stdout.write(Buffer.from(`${reply.output}\n`, "latin1"));
    else if ("added" in reply && request.kind !== "bind") stderr.write(`Added ${reply.added} variables.\n`);
    return "done";
  }

  #tell(message: Message): void {
    const { stderr } = this.#context;
    stderr.write(humanMessage(message, layoutOf(this.#context, stderr)));
  }
}

const USAGE_WIDTH = 29;

/** What a text is called in messages, as bytes. */
const STRING = "\u00c2\u00abstring\u00c2\u00bb";

/** Whether what Nix would notice first is that the text ends too early. */
function isIncomplete({ syntax }: EvalFailure): boolean {
  if (syntax === undefined || syntax.file !== STRING) return false;
  const first = syntax.diagnostics.toSorted((a, b) => a.noticedAt - b.noticedAt)[0];
  return first !== undefined && (first.code.startsWith("unclosed-") || first.text.startsWith("unexpected end of file"));
}
