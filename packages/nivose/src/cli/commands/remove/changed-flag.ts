/** That what somebody has worked on goes, too. */
export const changedFlag = {
  changedToo: { kind: "switch", brief: "Delete also files that are not as they were written" },
} as const;
