/** The tokens of a source as text: the kind where it is not plain from the bytes, and the bytes. */

import { Token } from "../../../src/syntax/index.ts";
import { soundTree } from "./sound.ts";

const prefixes = new Map<Token.TokenKind, string>([
  [Token.Invalid, "invalid"],
  [Token.UnclosedComment, "comment"],
  [Token.Identifier, "name"],
  [Token.Integer, "integer"],
  [Token.Float, "float"],
  [Token.Path, "path"],
  [Token.HomePath, "home"],
  [Token.SearchPath, "search"],
  [Token.Uri, "uri"],
  [Token.StringText, "text"],
  [Token.IndentedText, "text"],
  [Token.IndentedEscape, "escape"],
  [Token.PathText, "text"],
]);

export function tokensOf(source: string): string[] {
  const tree = soundTree(source, { pipeOperators: true });
  return Array.from({ length: tree.tokenCount - 1 }, (_, token) => {
    const prefix = prefixes.get(tree.tokenKinds[token]!);
    const text = tree.tokenText(token);
    return prefix === undefined ? text : `${prefix} ${text}`;
  });
}
