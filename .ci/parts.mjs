// The last step of a build: writes into the page what the data file says of itself, which is read before the app runs; names the
// further part's files by their content, as trunk names all others, and writes their names into the page; puts the styles of each
// part into one file, that of the further part out of what the first page requests; copies the page for hosts that know no
// rewriting; and writes the licence notices of third parties.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { notices } from './notices.mjs';

const dist = process.env.TRUNK_STAGING_DIR, base = process.env.TRUNK_PUBLIC_URL ?? '/';
const page = path.join(dist, 'index.html');
let html = fs.readFileSync(page, 'utf8');

const at = file => path.join(dist, file);
const hash = bytes => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

// The styles of a part, in the order of the page, as one file. Gives its name.
function styles(part, links) {
  const files = links.map(link => path.basename(link.match(/\bhref="?([^"\s>]+)/)[1]));
  const text = files.map(file => fs.readFileSync(at(file), 'utf8')).join('\n');
  const name = `${part}-${hash(text)}.css`;
  fs.writeFileSync(at(name), text);
  for (const file of files) fs.rmSync(at(file));
  return name;
}

const links = html.match(/<link\b[^>]*\brel="?stylesheet\b[^>]*>/g);
const isFurther = link => /\bdata-part="?further\b/.test(link);
const opening = styles('opening', links.filter(link => !isFurther(link)));
const css = styles('further', links.filter(isFurther));
for (const [place, link] of links.entries()) {
  html = html.replace(link, place === 0 ? `<link rel="stylesheet" href="${base}${opening}">` : '');
}

const wasm = fs.readFileSync(at('further_bg.wasm'));
const name = `further-${hash(wasm)}`;
fs.writeFileSync(at(`${name}.js`), fs.readFileSync(at('further.js'), 'utf8').replaceAll('further_bg.wasm', `${name}_bg.wasm`));
fs.renameSync(at('further_bg.wasm'), at(`${name}_bg.wasm`));
fs.rmSync(at('further.js'));

// What the page says before the app runs. The file's first language comes first, English as well where the file has it. A file that
// cannot be read stops no build: the app tells where it is broken.
function siteOf(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).site ?? {};
  } catch (error) {
    console.warn(`the page says nothing of the data file, which cannot be read (${error.message}); \`curate check\` tells more`);
    return {};
  }
}
const site = siteOf(at('data/xiguan.json'));
const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
const [first = 'en'] = site.languages ?? [];
const said = (text, lang) => (typeof text === 'string' ? text : text?.[lang]) ?? '';
const both = (text, seam) => [...new Set([said(text, first), said(text, 'en')])].filter(Boolean).join(seam);
function word(token, what, lang) {
  if (what === 'language') return first;
  if (what === 'titles') return both(site.title, ' · ') || '…';
  if (what === 'about') return lang ? said(site.about?.[0], lang) : both(site.about?.[0], ' ');
  throw new Error(`the page asks for ${token}, which is not known`);
}
// The minifier has taken the quotes off the attributes that are a token yet.
html = html.replace(/(=?)"?(\{\{(\w+) ?([\w-]*)\}\})"?/g, (_, attribute, token, what, lang) => {
  const text = escaped(word(token, what, lang));
  return attribute ? `="${text}"` : text;
});

const further = `data-further-js="${base}${name}.js" data-further-wasm="${base}${name}_bg.wasm" data-further-css="${base}${css}"`;
const told = html.replace(/<template\b(?=[^>]*\bid="?parts\b)/, found => `${found} ${further}`);
if (told === html) throw new Error('the page has no place for the names of the parts');
fs.writeFileSync(page, told);
fs.copyFileSync(page, at('404.html'));
fs.writeFileSync(at('NOTICES.txt'), notices());
