// The entry point: commands, and what restarts or reconfigures the server.
import path from "node:path";
import * as vscode from "vscode";
import { Server } from "./client";
import { plural } from "./core";
import { showDiagram } from "./diagram";
import { Pages } from "./pages";
import { statusItem } from "./status";

const RESTARTING = ["enable", "interpreter", "importStrategy", "workspaceDiagnostics"].map((name) => `sqlreview.${name}`);

interface Summary {
  files: number;
  statements: number;
  notAnalysed: number;
  findings: Partial<Record<string, number>>;
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("sqlreview", { log: true });
  const pages = new Pages();
  const server = new Server(context, log, (page, rule) => pages.explain(page, rule));
  const command = (name: string, run: () => unknown): vscode.Disposable => vscode.commands.registerCommand(`sqlreview.${name}`, run);
  context.subscriptions.push(
    log,
    pages,
    server,
    statusItem(server),
    command("restart", () => server.restart()),
    command("showLog", () => log.show()),
    command("reviewWorkspace", () => reviewWorkspace(server)),
    command("showImpact", () => showImpact(server, pages)),
    command("showSchema", () => showSchema(server, context)),
    command("openConfiguration", openConfiguration),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (RESTARTING.some((name) => event.affectsConfiguration(name))) void server.restart();
    }),
  );
  await server.restart();
}

async function reviewWorkspace(server: Server): Promise<void> {
  const progress = { location: vscode.ProgressLocation.Window, title: "sqlreview" };
  const summary = await vscode.window.withProgress(progress, () => server.ask<Summary>("sqlreview.review"));
  await vscode.commands.executeCommand("workbench.actions.view.problems");
  if (!summary) return void vscode.window.showInformationMessage("sqlreview is not running; its log says why.");
  const counts = Object.entries(summary.findings).map(([level, count]) => plural(count ?? 0, level));
  const unread = summary.notAnalysed ? `; ${plural(summary.notAnalysed, "statement")} could not be analysed` : "";
  const told = `${plural(summary.files, "file")}, ${plural(summary.statements, "statement")}: ${counts.join(", ") || "no findings"}${unread}.`;
  void vscode.window.showInformationMessage(told);
}

async function showImpact(server: Server, pages: Pages): Promise<void> {
  const found = await askAboutFile<{ title: string; text: string }>(server, "sqlreview.impact");
  if (found) await pages.show(found.title, found.text);
}

async function showSchema(server: Server, context: vscode.ExtensionContext): Promise<void> {
  const found = await askAboutFile<{ title: string; diagram: string }>(server, "sqlreview.schema");
  if (found) showDiagram(context, found.title, found.diagram);
}

async function askAboutFile<Result>(server: Server, command: string): Promise<Result | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const found = document && (await server.ask<Result | null>(command, document.uri.toString()));
  if (!found) void vscode.window.showInformationMessage("Open an SQL file that sqlreview reviews first.");
  return found ?? undefined;
}

/** Opens the configuration that holds for the file that is shown, or begins one. */
async function openConfiguration(): Promise<void> {
  const shown = vscode.window.activeTextEditor?.document.uri;
  const folder = (shown && vscode.workspace.getWorkspaceFolder(shown)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) return void vscode.window.showInformationMessage("Open a folder first: a sqlreview.toml holds for a folder.");
  let place = shown?.scheme === "file" ? path.dirname(shown.fsPath) : folder.uri.fsPath;
  for (;;) {
    const uri = vscode.Uri.file(path.join(place, "sqlreview.toml"));
    if (await exists(uri)) return void (await vscode.window.showTextDocument(uri));
    if (place === folder.uri.fsPath || path.dirname(place) === place) break;
    place = path.dirname(place);
  }
  const target = vscode.Uri.joinPath(folder.uri, "sqlreview.toml").with({ scheme: "untitled" });
  const document = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(target, new vscode.Position(0, 0), '# https://pypi.org/project/sqlreview says what can stand here\nprofile = "recommended"\n');
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
