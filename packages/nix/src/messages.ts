/** All the messages of the language: what the tool's catalogue takes from this package. */

import { limitMessageDefinitions } from "./eval/errors/limit-messages.ts";
import { fetchMessageDefinitions } from "./fetch/messages.ts";
import { formatMessageDefinitions } from "./format/messages.ts";
import { syntaxMessageDefinitions } from "./syntax/messages.ts";

export { limitMessages } from "./eval/errors/limit-messages.ts";

export const nixMessageDefinitions = {
  ...syntaxMessageDefinitions,
  ...formatMessageDefinitions,
  ...limitMessageDefinitions,
  ...fetchMessageDefinitions,
};
