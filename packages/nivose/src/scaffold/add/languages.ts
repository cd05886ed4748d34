/** Languages that a package or a new project can be in, and what is needed to work in them. */

export const languages = ["python", "node", "go", "rust", "plain"] as const;

export type Language = (typeof languages)[number];

/** Packages of a development shell. */
export const toolsOf: Readonly<Record<Language, readonly string[]>> = {
  python: ["python3", "ruff", "uv"],
  node: ["nodejs", "pnpm", "typescript-language-server"],
  go: ["delve", "go", "golangci-lint", "gopls"],
  rust: ["cargo", "clippy", "rust-analyzer", "rustc", "rustfmt"],
  plain: [],
};
