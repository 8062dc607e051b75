import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answered, candidates, complaint, configurationOf, globsOf, isNewEnough, serverCommand, statusLines, statusText, type Interpreter, type Status,
} from "../src/core";

const python: Interpreter = { command: ["/v/python"], version: { major: 3, minor: 12 }, hasSqlreview: true };
const status: Status = {
  engine: "postgres 16", profile: "recommended", tool: "goose", configuration: null, findings: {}, statements: 1, notAnalysed: 0, notes: [],
};

test("what Python says of itself is read, and nothing else", () => {
  assert.deepEqual(answered(["p"], "3 12 1\n"), { command: ["p"], version: { major: 3, minor: 12 }, hasSqlreview: true });
  assert.equal(answered(["p"], "3 12 0")?.hasSqlreview, false);
  assert.equal(answered(["p"], "hello\n3 12 1"), undefined);
  assert.equal(answered(["p"], ""), undefined);
});

test("3.11 is the oldest", () => {
  assert.equal(isNewEnough({ major: 3, minor: 10 }), false);
  assert.equal(isNewEnough({ major: 3, minor: 11 }), true);
  assert.equal(isNewEnough({ major: 4, minor: 0 }), true);
  assert.equal(isNewEnough({ major: 2, minor: 99 }), false);
});

test("a setting is the only candidate, then the Python extension's choice, then the PATH", () => {
  assert.deepEqual(candidates(" /a/python ", "/b", "linux"), [["/a/python"]]);
  assert.deepEqual(candidates("", "/b", "linux"), [["/b"], ["python3"], ["python"]]);
  assert.deepEqual(candidates("", undefined, "win32"), [["py", "-3"], ["python"]]);
});

test("the environment's sqlreview runs unless it is missing, unwanted or untrusted", () => {
  const own = ["/v/python", "-P", "-m", "sqlreview", "lsp"];
  const bundled = ["/v/python", "-I", "/x/run.py", "lsp"];
  assert.deepEqual(serverCommand(python, "fromEnvironment", "/x/run.py", true), own);
  assert.deepEqual(serverCommand(python, "useBundled", "/x/run.py", true), bundled);
  assert.deepEqual(serverCommand(python, "fromEnvironment", "/x/run.py", false), bundled);
  assert.deepEqual(serverCommand({ ...python, hasSqlreview: false }, "fromEnvironment", "/x/run.py", true), bundled);
});

test("complaints say what is wrong with which Python", () => {
  const old = { ...python, version: { major: 3, minor: 9 } };
  assert.equal(complaint("", [], old), "sqlreview needs Python 3.11 or newer; /v/python is 3.9.");
  assert.match(complaint("/no/python", [["/no/python"]], undefined), /cannot run \/no\/python, which the setting/);
  assert.match(complaint("", [["py", "-3"], ["python"]], undefined), /found none \(tried py -3, python\)/);
});

test("settings become keys of the configuration, as far as they are set and not the extension's own", () => {
  const settings = { profile: "strict", extendIgnore: ["naming"], caseSensitiveTables: false, version: null, engine: undefined, codeLens: true };
  assert.deepEqual(configurationOf(settings), { profile: "strict", "extend-ignore": ["naming"], "case-sensitive-tables": false });
});

test("patterns of a .gitignore become globs", () => {
  assert.deepEqual(globsOf("docs/"), ["**/docs/**"]);
  assert.deepEqual(globsOf("*.py"), ["**/*.py", "**/*.py/**"]);
  assert.deepEqual(globsOf("/app.py"), ["app.py", "app.py/**"]);
  assert.deepEqual(globsOf("src/**/*.py"), ["src/**/*.py", "src/**/*.py/**"]);
  assert.deepEqual(globsOf("src/db/"), ["src/db/**"]);
  assert.deepEqual(globsOf("a\\*b{c}.py"), ["**/a[*]b[{]c[}].py", "**/a[*]b[{]c[}].py/**"]);
  for (const nothing of ["", "  ", "# docs/", "!docs/"]) assert.deepEqual(globsOf(nothing), []);
});

test("the status bar shows engine, profile and counts", () => {
  assert.equal(statusText(status), "$(database) postgres 16 $(check)");
  const busy = { ...status, profile: "strict", findings: { error: 1, warning: 2, info: 3, hint: 4 } };
  assert.equal(statusText(busy), "$(database) postgres 16 · strict $(error) 1 $(warning) 2 $(info) 7");
  assert.deepEqual(statusLines({ ...busy, notAnalysed: 1, notes: ["V2 is there twice"] }).slice(3), [
    "1 statement, 1 error, 2 warnings, 3 info, 4 hints",
    "1 statement could not be analysed",
    "V2 is there twice",
  ]);
});
