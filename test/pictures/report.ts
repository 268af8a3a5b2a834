import { marked } from "marked";

const STYLE = `body{margin:0;padding:16px 20px;font:14px/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif;color:#1f2328;background:#fff}
table{border-collapse:collapse;margin:8px 0}th,td{border:1px solid #d1d9e0;padding:5px 12px;text-align:left}
code{background:#818b981f;border-radius:6px;padding:.1em .4em;font:85% ui-monospace,Menlo,Consolas,monospace}
h2,h3{margin:12px 0 6px;border-bottom:1px solid #d1d9e0}p,ul{margin:8px 0}`;

/** A picture of a report as a pull request shows it, so many pixels high: its HTML, which browsers draw within the SVG. */
export function report(markdown: string, height = 470): string {
  // The last line has the time of the preview, which is another one each time.
  const [shown = ""] = markdown.replaceAll("<details>", '<details open="">').split(/^---$/m);
  const html = (marked.parse(shown, { gfm: true, async: false }) as string).replaceAll("<br>", "<br/>");
  const width = 900;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>A report of backup-plans review</title>
<foreignObject width="100%" height="100%"><body xmlns="http://www.w3.org/1999/xhtml"><style>${STYLE}</style>
${html}</body></foreignObject>
</svg>
`;
}
