// A panel with the schema that a migration leads to, drawn by Mermaid without any network.
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

export function showDiagram(context: vscode.ExtensionContext, title: string, diagram: string): void {
  const media = vscode.Uri.joinPath(context.extensionUri, "dist");
  const options = { enableScripts: true, localResourceRoots: [media], enableFindWidget: true };
  const panel = vscode.window.createWebviewPanel("sqlreview.schema", `Schema after ${title}`, vscode.ViewColumn.Beside, options);
  const script = panel.webview.asWebviewUri(vscode.Uri.joinPath(media, "diagram_page.js"));
  const nonce = randomBytes(16).toString("hex");
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; font-src data:; img-src data:`;
  panel.webview.html = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Schema</title></head>
<body><pre id="source" hidden>${escaped(diagram)}</pre><div id="diagram" role="img" aria-label="Schema"></div>
<script nonce="${nonce}" src="${script.toString()}"></script></body>
</html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
