// A PDF file goes in; its text comes out as pdf.js reads it, a form feed after each page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

console.log = console.error; // pdf.js warns there of canvases it has not got and does not need
const package_ = join(process.env.NODE_PATH, "pdfjs-dist");
const pdfjs = await import(pathToFileURL(join(package_, "legacy", "build", "pdf.mjs")));
const document = await pdfjs.getDocument({
  data: new Uint8Array(readFileSync(process.argv[2])),
  verbosity: pdfjs.VerbosityLevel.ERRORS,
}).promise;
for (let number = 1; number <= document.numPages; number++) {
  const content = await (await document.getPage(number)).getTextContent();
  const text = content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("");
  process.stdout.write(text + "\f");
}
