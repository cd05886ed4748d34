/** The flakes on paper as the built command has them. */

import path from "node:path";

export const { layOutPaper } = (await import(path.resolve(import.meta.dirname, "../../../../../scripts/paper.js"))) as {
  layOutPaper: (folder: string, only?: readonly string[]) => void;
};
