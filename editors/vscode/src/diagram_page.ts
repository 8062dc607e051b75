// Runs inside the panel: draws the diagram in the colours of the editor.
import mermaid from "mermaid";

async function draw(): Promise<void> {
  const source = document.getElementById("source")?.textContent ?? "";
  const place = document.getElementById("diagram");
  if (!place) return;
  if (source.trim() === "erDiagram") {
    place.textContent = "There are no tables at this point.";
    return;
  }
  const theme = document.body.classList.contains("vscode-light") ? "neutral" : "dark";
  mermaid.initialize({ startOnLoad: false, theme, securityLevel: "strict", maxTextSize: 2_000_000, maxEdges: 5_000 });
  try {
    place.innerHTML = (await mermaid.render("schema", source)).svg;
  } catch (error) {
    const shown = document.createElement("pre");
    shown.textContent = `The diagram cannot be drawn: ${String(error)}\n\n${source}`;
    place.replaceChildren(shown);
  }
}

void draw();
