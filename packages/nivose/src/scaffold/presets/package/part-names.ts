/** Names of a package in the languages that its repository is written in. */

/** Files of every repository of this preset, beside which the package has its own. */
const taken = new Set(["default", "home", "options", "python-deps", "requirements"]);

/** For attributes and files. */
export function partName(name: string): string {
  return taken.has(name) ? `${name}-package` : name;
}

/** A name that Python can import, and that hides none of its own modules. */
export function moduleName(name: string): string {
  const module = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "_")
    .replaceAll(/^_+|_+$/gu, "");
  const isFit = /^[a-z]/u.test(module) && !keywords.has(module) && !standard.has(module);
  return isFit ? module : `app_${module}`;
}

const keywords = new Set(
  (
    "and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

/** The modules of Python's standard library, and those of the tests. */
const standard = new Set(
  (
    "abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 calendar cmath cmd code codecs codeop " +
    "collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg csv ctypes " +
    "curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl " +
    "filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip " +
    "hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale " +
    "logging lzma mailbox marshal math mimetypes mmap modulefinder multiprocessing netrc ntpath numbers opcode operator " +
    "optparse os packaging pathlib pdb pickle pickletools pip pkgutil platform plistlib pluggy poplib posix posixpath " +
    "pprint profile pstats pty pwd py pyclbr pydoc pytest queue quopri random re readline reprlib resource rlcompleter " +
    "runpy sched secrets select selectors setuptools shelve shlex shutil signal site smtplib socket socketserver sqlite3 " +
    "src sre_compile ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny " +
    "tarfile tempfile termios test tests textwrap this threading time timeit tkinter token tokenize tomllib trace " +
    "traceback tracemalloc tty turtle types typing unicodedata unittest urllib uuid venv warnings wave weakref " +
    "webbrowser wheel wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo"
  ).split(" "),
);
