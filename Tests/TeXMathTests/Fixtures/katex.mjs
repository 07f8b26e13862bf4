// Writes katex.tsv: for each formula of formulas.tsv (source, 'd' or 'i', LaTeX) what KaTeX makes
// of it, without annotation. Needs node and Debian's libjs-katex (KaTeX 0.16.4, MIT licence).
//
//     node katex.mjs [PATH-OF-KATEX]
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
const katex = createRequire(import.meta.url)(
  process.argv[2] ?? '/usr/share/javascript/katex/katex.js');
const here = new URL('.', import.meta.url);
const lines = readFileSync(new URL('formulas.tsv', here), 'utf8').split('\n').filter(Boolean);
const results = lines.map((line) => {
  const [, mode, tex] = line.split('\t');
  const html = katex.renderToString(tex, {
    output: 'mathml', displayMode: mode === 'd', strict: false, throwOnError: true,
  });
  return html.replace(/^<span class="katex">/, '').replace(/<\/span>$/, '')
    .replace(/<annotation.*<\/annotation>/s, '').replaceAll('class ="', 'class="');
});
writeFileSync(new URL('katex.tsv', here), results.join('\n') + '\n');
