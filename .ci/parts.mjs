// The last step of a build: names the further part's files by their content, as trunk names all others, writes their names into
// the page, takes that part's styles out of what the first page requests, and copies the page for hosts that know no rewriting.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const dist = process.env.TRUNK_STAGING_DIR, base = process.env.TRUNK_PUBLIC_URL ?? '/';
const page = path.join(dist, 'index.html');
let html = fs.readFileSync(page, 'utf8');

const hash = file => createHash('sha256').update(fs.readFileSync(path.join(dist, file))).digest('hex').slice(0, 16);
const name = `further-${hash('further_bg.wasm')}`;
const script = fs.readFileSync(path.join(dist, 'further.js'), 'utf8').replaceAll('further_bg.wasm', `${name}_bg.wasm`);
fs.writeFileSync(path.join(dist, `${name}.js`), script);
fs.renameSync(path.join(dist, 'further_bg.wasm'), path.join(dist, `${name}_bg.wasm`));
fs.rmSync(path.join(dist, 'further.js'));

const styles = [];
html = html.replace(/<link\b[^>]*\bdata-part="?further"?[^>]*>/g, link => {
  styles.push(link.match(/\bhref="?([^"\s>]+)/)[1]);
  return '';
});
const further = `data-further-js="${base}${name}.js" data-further-wasm="${base}${name}_bg.wasm" data-further-css="${styles.join(' ')}"`;
const told = html.replace(/<template\b(?=[^>]*\bid="?parts\b)/, found => `${found} ${further}`);
if (told === html) throw new Error('the page has no place for the names of the parts');
fs.writeFileSync(page, told);
fs.copyFileSync(page, path.join(dist, '404.html'));
