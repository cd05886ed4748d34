/** The scripts of completion, in the shells that they are for. */

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../needs.ts";
import { Sandbox } from "./run-nivose.ts";

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = new Sandbox();
  mkdirSync(path.join(sandbox.folder, "hosts"));
  for (const name of ["flake.nix", "my file.nix", "notes.txt"]) writeFileSync(path.join(sandbox.folder, name), "1\n");
});
afterAll(() => sandbox.remove());

describe("bash", () => {
  /** What bash would offer for a line that is cut into words as it does, at `=` too. */
  const complete = (...words: string[]): string[] => {
    const list = ["nivose", ...words].map((word) => `'${word}'`).join(" ");
    const script = `
      eval "$(nivose completion bash)"
      COMP_WORDS=(${list}); COMP_CWORD=${words.length}
      compopt() { :; }
      _nivose && printf '%s\\n' "\${COMPREPLY[@]}"
    `;
    const { stdout, stderr } = sandbox.run(script);
    expect(stderr).toBe("");
    return stdout.split("\n").filter((line) => line !== "");
  };

  test("completes verbs, flags and values", () => {
    expect(complete("ex")).toEqual(["explain"]);
    expect(complete("parse", "--ch")).toEqual(["--check"]);
    expect(complete("completion", "")).toEqual(["bash", "zsh", "fish"]);
    expect(complete("parse", "--color", "a")).toEqual(["auto", "always"]);
  });

  test("completes a value behind an equals sign, which bash takes for a word", () => {
    expect(complete("parse", "--color", "=", "al")).toEqual(["always"]);
    expect(complete("parse", "--color", "=")).toEqual(["auto", "always", "never"]);
  });

  test("completes Nix files and folders", () => {
    expect(complete("parse", "").toSorted()).toEqual(["flake.nix", "hosts", "my file.nix"]);
    expect(complete("parse", "my")).toEqual(["my file.nix"]);
  });

  test("is told apart by the script itself: it registers a function that works in a real line", () => {
    expect(sandbox.run('eval "$(nivose completion bash)"; complete -p nivose').stdout).toBe(
      "complete -F _nivose nivose\n",
    );
  });
});

describe.runIf(needs("zsh"))("zsh", () => {
  /** Types a line into a real zsh, presses the tabulator, and returns the line that comes of it. */
  const type = (line: string): string => {
    const script = `
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'PS1=; PS2=; unsetopt zle_bracketed_paste 2> /dev/null; autoload -Uz compinit; compinit -u -D'
      zpty -w shell 'eval "$(nivose completion zsh)"; bindkey "^I" complete-word; bindkey "^X" show'
      zpty -w shell 'show() { print -r -- "<<$BUFFER>>" > ${sandbox.top}/line; }; zle -N show; print READY'
      zpty -r shell output '*READY*READY*'
      zpty -n -w shell $'${line}\\t\\x18'
      for wait in {1..200}; do [[ -s ${sandbox.top}/line ]] && break; sleep 0.05; done
      cat ${sandbox.top}/line; rm -f ${sandbox.top}/line
      zpty -d shell
    `;
    writeFileSync(path.join(sandbox.top, "type.zsh"), script);
    const { stdout } = sandbox.run(`zsh -f ${sandbox.top}/type.zsh`);
    return /<<(.*)>>/u.exec(stdout)?.[1] ?? stdout;
  };

  test("completes verbs, flags, values and files", () => {
    expect(type("nivose expl")).toBe("nivose explain ");
    expect(type("nivose parse --che")).toBe("nivose parse --check ");
    expect(type("nivose parse --color=alw")).toBe("nivose parse --color=always ");
    expect(type("nivose parse fl")).toBe("nivose parse flake.nix ");
    expect(type("nivose completion ba")).toBe("nivose completion bash ");
  });
});

describe.runIf(needs("fish"))("fish", () => {
  const complete = (line: string): string[] => {
    writeFileSync(
      path.join(sandbox.top, "complete.fish"),
      `nivose completion fish | source\ncomplete --do-complete ${JSON.stringify(line)}\n`,
    );
    const { stdout, stderr } = sandbox.run(`fish --no-config ${sandbox.top}/complete.fish`);
    expect(stderr).toBe("");
    return stdout.split("\n").filter((one) => one !== "");
  };

  test("completes verbs with what they are for, flags and values", () => {
    expect(complete("nivose expl")).toEqual([expect.stringMatching(/^explain\tExplain a message/u)]);
    expect(complete("nivose parse --che")).toEqual([expect.stringMatching(/^--check\t/u)]);
    expect(complete("nivose parse --color=al")).toEqual(["--color=always"]);
    expect(complete("nivose parse --color al")).toEqual(["always"]);
    expect(complete("nivose completion ")).toEqual(["bash", "fish", "zsh"]);
  });

  test("completes files", () => {
    expect(complete("nivose parse fl").map((line) => line.split("\t")[0])).toEqual(["flake.nix"]);
  });
});
