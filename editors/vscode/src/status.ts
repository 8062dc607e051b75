// The status bar item: engine, version, profile and counts of the file that is shown.
import * as vscode from "vscode";
import type { Server } from "./client";
import { statusLines, statusText, type Status } from "./core";

const DELAY = 300; // milliseconds without news before the server is asked

export function statusItem(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("sqlreview.status", vscode.StatusBarAlignment.Right, 90);
  item.name = "sqlreview";
  item.command = "sqlreview.reviewWorkspace";
  let timer: NodeJS.Timeout | undefined;

  const show = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && (await server.ask<Status | null>("sqlreview.status", document.uri.toString()));
    if (!status) {
      item.hide();
      return;
    }
    item.text = statusText(status);
    item.tooltip = new vscode.MarkdownString(statusLines(status).join("\n\n"));
    item.accessibilityInformation = { label: statusLines(status).join(", ").replaceAll("*", "") };
    item.show();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void show().catch(() => item.hide()), DELAY);
  };
  later();
  return vscode.Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    server.onState(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.languages.onDidChangeDiagnostics((event) => {
      const shown = vscode.window.activeTextEditor?.document.uri.toString();
      if (event.uris.some((uri) => uri.toString() === shown)) later();
    }),
  );
}
