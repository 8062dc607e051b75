// Finds the Python that runs the server.
import { execFile } from "node:child_process";
import path from "node:path";
import * as vscode from "vscode";
import { answered, candidates, complaint, isNewEnough, QUESTION, type Interpreter } from "./core";

const ANSWER_TIME = 20_000; // milliseconds

/** The first Python that is there and new enough; throws an error that says what was found instead. */
export async function findPython(folder: string): Promise<Interpreter> {
  const setting = vscode.workspace.isTrusted ? vscode.workspace.getConfiguration("sqlreview").get<string>("interpreter", "") : "";
  const tried = candidates(setting, vscode.workspace.isTrusted ? await chosenInterpreter() : undefined, process.platform);
  let old: Interpreter | undefined;
  for (const command of tried) {
    const found = await ask(command, folder);
    if (found && isNewEnough(found.version)) return found;
    old ??= found;
  }
  throw new Error(complaint(setting, tried, old));
}

/** The interpreter chosen in the Python extension, where that is installed. */
async function chosenInterpreter(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension("ms-python.python");
  if (!extension) return undefined;
  try {
    const api = await extension.activate();
    const resource = vscode.workspace.workspaceFolders?.[0]?.uri;
    const chosen = api?.environments?.getActiveEnvironmentPath?.(resource);
    const resolved = chosen && (await api.environments.resolveEnvironment?.(chosen));
    return resolved?.executable?.uri?.fsPath ?? undefined;
  } catch {
    return undefined; // without its answer the PATH decides
  }
}

/** Asks a command for its version, away from the workspace, whose files Python must not import. */
async function ask(command: string[], folder: string): Promise<Interpreter | undefined> {
  // Python before 3.11 does not know -P; its version is worth telling all the same
  return (await answer(command, "-P", folder)) ?? (await answer(command, "-I", folder));
}

function answer(command: string[], option: string, folder: string): Promise<Interpreter | undefined> {
  const [program = "", ...rest] = command;
  return new Promise((resolve) => {
    execFile(program, [...rest, option, "-c", QUESTION], { cwd: folder, timeout: ANSWER_TIME }, (error, output) =>
      resolve(error ? undefined : answered(command, output)),
    );
  });
}

/** Where the server that comes with the extension begins. */
export function bundledServer(context: vscode.ExtensionContext): string {
  return path.join(context.extensionPath, "bundled", "run.py");
}
