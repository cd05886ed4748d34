/** `nivose tour`: what works so far, shown by really doing it to a small sample in a folder of its own. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { wrap } from "../../report/terminal-text.ts";
import { type Context, layoutOf } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { listing } from "../listing.ts";
import { introduction, nextCommands, samples, type Step, stops } from "../tour/stops.ts";

export async function run(context: Context): Promise<ExitCode> {
  // before there is anything to remove: without somebody who hears it, the signal ends the process at once
  const forget = context.onInterrupt(() => remove());
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-tour-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const [name, text] of Object.entries(samples)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    await walk(context, folder);
    return ExitCode.ok;
  } finally {
    remove();
    forget();
  }
}

async function walk(context: Context, folder: string): Promise<void> {
  const { stdout } = context;
  const layout = layoutOf(context, stdout);
  const { strong } = layout.style;
  const paragraph = (text: string): void => stdout.write(`${wrap(text, layout.width).join("\n")}\n`);
  paragraph(introduction);
  for (const [index, { title, text, steps }] of stops.entries()) {
    stdout.write(`\n${strong(`${index + 1}. ${title}`)}\n`);
    paragraph(text);
    for (const step of steps) await take(step, context, folder);
  }
  stdout.write(`\n${strong("Now on files of your own")}\n${listing(nextCommands, layout).join("\n")}\n`);
}

async function take(step: Step, context: Context, folder: string): Promise<void> {
  const { stdout } = context;
  const { style } = layoutOf(context, stdout);
  if (step.kind === "file") {
    stdout.write(`\n${style.hint(`$ cat ${step.name}`)}\n`);
    stdout.write(readFileSync(path.join(folder, step.name)));
    return;
  }
  stdout.write(`\n${style.hint(`$ nivose ${step.words.join(" ")}`)}\n`);
  await context.commandLine([...step.words, "--color", context.color], {
    ...context,
    cwd: folder,
    // what a command says on the side is part of what is shown
    stderr: stdout,
    // neither a journal of the sample is left behind nor its code: a relative folder is none
    environment: { ...context.environment, XDG_STATE_HOME: path.join(folder, ".state"), XDG_CACHE_HOME: "." },
  });
  await stdout.drained();
}
