/** What can be said about a change of files: its plan, the files that it is about, the disk, and its undoing. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";

export const changeMessageDefinitions = {
  "change-path": {
    kind: "mistake",
    title: "A path that a plan must not name",
    explain:
      "A plan changes files below one folder, the root of the fleet, and nothing else. Its paths are relative to that " +
      "root, use `/` between their parts, and contain neither `.`, `..` nor empty parts. A new symbolic link points to " +
      "a relative path within the root, for the same reason. Plans that Nivose makes are always like that; a plan file " +
      "that was written or changed by hand may not be.",
    text: (reason: string) => `this path cannot be in a plan: ${reason}`,
    hint: () => "name the file relative to the root, such as hosts/luna/default.nix",
  },
  "change-inside-git": {
    kind: "mistake",
    title: "A plan that reaches into `.git`",
    explain:
      "The folder `.git` belongs to Git: hooks and settings in it are run and obeyed by later Git commands. No plan " +
      "of Nivose creates, changes or removes anything in it.",
    text: () => "the folder .git belongs to Git, and no plan changes it",
  },
  "change-through-link": {
    kind: "mistake",
    title: "A file behind a symbolic link",
    explain:
      "The path goes through a symbolic link to a folder. Nivose does not follow links when it writes: the link may " +
      "lead out of the repository, and the file would then be changed where nobody looks for it, without Git. The " +
      "link itself can be moved or deleted.",
    text: (link: string) => `the path goes through the symbolic link ${link}`,
    hint: (link: string) => `name the file where it really is, or replace ${link} by a folder`,
  },
  "change-overlap": {
    kind: "mistake",
    title: "Two edits of the same lines",
    explain:
      "Two plans were to be carried out as one, and both change the same bytes of a file, or one inserts something " +
      "where the other replaces. Nivose does not guess which of them should win. Carry out one of them first, and " +
      "make the other one again: it is then made for the new text.",
    text: (one: string, other: string, start: number, end: number) =>
      `${plans(one, other)} change the same place (bytes ${start} to ${end})`,
    hint: () => "apply one plan first, then make the other one again",
  },
  "change-versions": {
    kind: "mistake",
    title: "Two plans for different contents of a file",
    explain:
      "A plan remembers the contents of the files that it was made for. Two plans that were to be carried out as one " +
      "remember different contents of the same file, so at least one of them is out of date. Make both again.",
    text: (one: string, other: string) => `${plans(one, other)} were made for different contents of this file`,
    hint: () => "make both plans again",
  },
  "change-twice": {
    kind: "mistake",
    title: "Two things to do with one file",
    explain:
      "All changes of a plan speak about the files as they were before it, and take place at once. So a file can be " +
      "edited and moved, but not be moved to two places, or be deleted and edited as well.",
    text: (one: string, first: string, other: string, second: string) =>
      `it is both ${first} and ${second} by ${plans(one, other)}`,
    hint: () => "decide for one of the two, or apply one plan first and make the other one again",
  },
  "change-same-target": {
    kind: "mistake",
    title: "Two files for one place",
    explain:
      "Two changes put something at the same path: two new files with different contents, or a new file and one that " +
      "is moved there. Also, nothing can be put below a path that is a file after the plan.",
    text: (one: string, other: string, place: string) => `${plans(one, other)} both put something at ${place}`,
    hint: () => "give one of the two another name",
  },
  "change-plan-json": {
    kind: "mistake",
    title: "A plan file that cannot be read",
    explain:
      "The file is no plan as Nivose saves it. Plans are JSON; the place in the message is a path within it, such as " +
      "`changes[2].path`. A file that was cut off while it was copied is the usual cause.",
    text: (place: string, expected: string) =>
      place === ""
        ? `this is no saved plan: expected ${expected}`
        : `this is no saved plan: ${place} must be ${expected}`,
    hint: () => "save the plan again",
  },
  "change-plan-version": {
    kind: "limit",
    title: "A plan of another version",
    explain:
      "The plan was saved by a version of Nivose that writes plans in another form. Carrying out half-understood " +
      "changes would be worse than none, so it is refused as a whole.",
    text: (found: string) => `the plan is of version ${found}, and this Nivose reads version 1`,
    hint: () => "make the plan again with this version, or update Nivose",
  },
  "change-missing": {
    kind: "mistake",
    title: "A file that is no longer there",
    explain:
      "The plan edits, moves or deletes a file that does not exist. It was there when the plan was made, so it was " +
      "moved or deleted since, or the plan is applied in another folder than it was made for.",
    text: () => "the plan is about this file, and it does not exist",
    hint: () => "make the plan again",
  },
  "change-not-a-file": {
    kind: "mistake",
    title: "Something that is not a file",
    explain:
      "Edits are for regular files; moves and deletions for regular files and symbolic links. A folder is moved or " +
      "deleted file by file, so that each of them can be checked and brought back. Sockets, pipes and devices are " +
      "left alone.",
    text: (found: string) => `expected a file, found ${found}`,
  },
  "change-outdated": {
    kind: "mistake",
    title: "A file that has changed since",
    explain:
      "A plan remembers the contents of the files that it was made for. This file is different now: it was edited " +
      "after the plan was made, or while it was being applied. The plan's edits could land in the wrong place, so " +
      "nothing is changed.",
    text: () => "the file has changed since the plan was made",
    hint: () => "make the plan again",
  },
  "change-occupied": {
    kind: "mistake",
    title: "A place that is taken",
    explain:
      "The plan puts a file where something exists already, or below a path that is a file. Nothing that exists is " +
      "ever overwritten unless the plan itself moves or deletes it. On a file system that does not tell upper case " +
      "from lower case, a name that differs in case only counts as taken.",
    text: (place: string, found: string) => `${place} exists already, as ${found}`,
    hint: () => "move it away, or choose another name",
  },
  "change-splice-outside": {
    kind: "bug",
    title: "An edit outside of its file",
    explain: "An edit names a range of bytes that the file does not have. Whoever made the plan counted wrongly.",
    text: (start: number, end: number) => `an edit of bytes ${start} to ${end} lies outside of the file`,
  },
  "change-unsaved": {
    kind: "mistake",
    title: "Changes that Git could not bring back",
    explain:
      "The plan changes, moves or deletes files whose present contents are in no commit. If they were lost, or if the " +
      "plan did something that was not meant, Git could not bring them back, and your own edits and the plan's would " +
      "be mixed in one diff. Files that Git ignores or does not know count as unsaved.",
    text: (state: string) => `the file is ${state}`,
    hint: () => "commit or stash it first, or pass --allow-dirty",
  },
  "change-git-failed": {
    kind: "mistake",
    title: "Git could not be asked",
    explain:
      "Before files are changed, Git is asked whether they have unsaved changes. Git is not installed, or refused to " +
      "answer: its own message is part of this one. A frequent cause is a repository that belongs to another user, " +
      "which Git reads only after `git config --global --add safe.directory PATH`.",
    text: (reason: string) => `git could not say whether files have unsaved changes: ${reason}`,
    hint: () => "make git status work in this folder, or pass --allow-dirty",
  },
  "change-busy": {
    kind: "mistake",
    title: "Another Nivose is changing files",
    explain:
      "Only one process at a time changes the files of a repository. The other one is named by its number; one that " +
      "was killed is recognised and does not count. If the other process runs on another machine (a repository on a " +
      "network drive), nobody here can see whether it is alive: delete its lock file once you know that it is not.",
    text: (process: string) => `another process is changing files here (${process})`,
    hint: () => "wait for it, then run the command again; delete the lock file only if you know that it has ended",
  },
  "change-no-space": {
    kind: "mistake",
    title: "The disk is full",
    explain:
      "There was no space left, or the quota is used up. Everything that a plan needs is written before the first " +
      "file is replaced, so that this usually happens before anything has changed; if not, the old state was put back.",
    text: (code: string) => `no space is left on the disk (${code})`,
    hint: () => "make some space, then run the command again; nothing was changed",
  },
  "change-no-permission": {
    kind: "mistake",
    title: "A file or folder that must not be written",
    explain:
      "To replace a file, the folder that it is in must be writable too: the new file is put beside the old one and " +
      "then takes its name. Files that were created by `sudo` are the usual cause.",
    text: (code: string) => `permission denied (${code})`,
    hint: () => "check the owner and the mode of the file and of its folder (ls -ld), then run the command again",
  },
  "change-read-only": {
    kind: "mistake",
    title: "A read-only file system",
    explain:
      "The file is on a file system that is mounted read-only: the Nix store, an image, or a disk that the kernel " +
      "has locked after an error.",
    text: () => "the file system is read-only (EROFS)",
    hint: () => "work in a writable clone of the repository",
  },
  "change-disk-error": {
    kind: "mistake",
    title: "The file system reports an error",
    explain:
      "The operating system refused an operation for a reason that has no page of its own. The code in the message is " +
      "the system's, as `man 3 errno` lists them. Nothing was changed, or the old state was put back.",
    text: (code: string, call: string) => `the file system reports ${code} (${call})`,
  },
  "change-rollback": {
    kind: "mistake",
    title: "The old state could not be put back yet",
    explain:
      "A change failed half way, and putting the old files back failed as well, usually for the same reason (a full " +
      "disk, a file system gone read-only). Nothing is lost: the journal has every old file, and the next command " +
      "that changes files finishes the work before it does anything else.",
    text: (journal: string) => `putting the old state back failed; the old files are in ${journal}`,
    hint: () => "remove the cause that is named first, then run the command again",
  },
  "change-backup-damaged": {
    kind: "mistake",
    title: "A kept file that has changed",
    explain:
      "The journal keeps every file that a plan replaced or removed. This copy is missing or is not what was kept: " +
      "an editor wrote to the file at the very moment when it was replaced, or something else wrote into Nivose's " +
      "state folder. It is not put back unless you say so.",
    text: (copy: string) => `the kept copy ${copy} is missing or has changed`,
    hint: () =>
      "look at the copy; pass --force to put it back as it is, or take the file from a commit (git log -- FILE)",
  },
  "change-left-alone": {
    kind: "mistake",
    title: "A file that was edited after an interrupted change",
    explain:
      "A change was interrupted (a crash, a power cut), and this file was edited before the next run could tidy up. " +
      "Your edit is worth more than a tidy state: the file was left as it is, while the other files of that change " +
      "were put back. The contents from before the change are kept in the journal.",
    text: (journal: string) => `this file was edited after an interrupted change and is left as it is; see ${journal}`,
    hint: () => "compare the file with the kept copy, and commit what is right",
  },
  "change-journal": {
    kind: "mistake",
    title: "A journal that cannot be read",
    explain:
      "A change was interrupted, and its journal cannot be read: it is damaged, or was written by another version of " +
      "Nivose. As long as it lies there, some files may be old and some new, so nothing else is changed.",
    text: (reason: string) => `the journal of an interrupted change cannot be read: ${reason}`,
    hint: () => "finish it with the version of Nivose that began it, or compare with git status and delete the journal",
  },
  "change-nothing-to-undo": {
    kind: "mistake",
    title: "Nothing to undo",
    explain:
      "No change that Nivose applied in this repository is left to undo. The last twenty are kept, in `.git/nivose` of " +
      "a Git repository. Changes that were made by other programs are not known here.",
    text: () => "there is no applied change left to undo",
  },
  "change-edited-since": {
    kind: "mistake",
    title: "A file that was edited after the change to be undone",
    explain:
      "Undoing puts back the files as they were before a plan. This one was edited after the plan was applied, so that " +
      "undoing would lose that edit.",
    text: () => "the file was changed after the plan that is to be undone",
    hint: () => "keep your edit elsewhere, or pass --force: the present contents are then kept in the journal",
  },
} satisfies MessageDefinitions;

export const changeMessages = messageBuilders(changeMessageDefinitions);

/** The subject of a sentence about one plan or two. */
function plans(one: string, other: string): string {
  return one === other ? `two changes of "${one}"` : `"${one}" and "${other}"`;
}
