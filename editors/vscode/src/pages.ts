// Read-only pages beside the editor: explanations of rules, and the impact of a file.
import * as vscode from "vscode";

const SCHEME = "sqlreview";

export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  readonly onDidChange = this.changes.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? "";
  }

  /** The address of a page with this text from now on. */
  private put(path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path });
    this.texts.set(path, text);
    this.changes.fire(uri);
    return uri;
  }

  /** Shows the page of a rule. */
  async explain(page: string, rule: string): Promise<void> {
    const uri = this.put(`/rules/${rule}.md`, page);
    await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  }

  /** Shows a table of text. */
  async show(title: string, text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.put(`/impact/${title}.txt`, text));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true });
  }

  dispose(): void {
    this.registration.dispose();
    this.changes.dispose();
  }
}
