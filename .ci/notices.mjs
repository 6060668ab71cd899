// The licence notices of third parties: of every crate that is compiled into the app its name, version, licence and authors, and the
// texts that lie in its folder, each text once.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

// What the app is built of: the crates that the package depends on for wasm32, but for those that only run while it is built.
function crates() {
  const asked = ['metadata', '--locked', '--format-version', '1', '--filter-platform', 'wasm32-unknown-unknown', '--no-default-features', '--features', 'web,further'];
  const told = JSON.parse(execFileSync('cargo', asked, { encoding: 'utf8', maxBuffer: 64 << 20 }));
  const packages = new Map(told.packages.map(found => [found.id, found]));
  const nodes = new Map(told.resolve.nodes.map(node => [node.id, node]));
  const runs = id => !packages.get(id).targets.some(target => target.kind.includes('proc-macro'));
  const seen = new Set(), left = [told.resolve.root];
  while (left.length) {
    const normal = nodes.get(left.pop()).deps.filter(dep => dep.dep_kinds.some(({ kind }) => kind === null));
    for (const { pkg } of normal) if (runs(pkg) && !seen.has(pkg)) { seen.add(pkg); left.push(pkg); }
  }
  return [...seen].map(id => packages.get(id)).sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1);
}

// The licence texts in a crate's folder. Where there is none, the text that its licence stands for.
function texts({ manifest_path, license, authors, name }) {
  const folder = path.dirname(manifest_path);
  const files = fs.readdirSync(folder).filter(file => /^(licen[cs]e|copying|copyright|notice|unlicense)/i.test(file)).sort();
  const found = files.map(file => path.join(folder, file)).filter(file => fs.statSync(file).isFile());
  if (found.length) return found.map(file => fs.readFileSync(file, 'utf8').trim());
  if (/\bApache-2\.0\b/.test(license)) return [fs.readFileSync('LICENSE-APACHE', 'utf8').trim()];
  if (!/\bMIT\b/.test(license)) throw new Error(`${name} brings no licence text, and ours is none for ${license}`);
  const holder = authors.join(', ') || `the authors of ${name}`;
  return [fs.readFileSync('LICENSE-MIT', 'utf8').replace(/^Copyright.*$/m, `Copyright (c) ${holder}`).trim()];
}

export function notices() {
  const numbers = new Map();
  const number = text => numbers.get(text) ?? numbers.set(text, numbers.size + 1).get(text);
  const listed = crates().map(found => {
    const { name, version, license, authors, repository } = found;
    const which = texts(found).map(text => `[${number(text)}]`).join(' ');
    return [`${name} ${version}: ${license ?? 'see the text'} ${which}`, authors.join(', '), repository].filter(Boolean).join('\n  ');
  });
  const std = `The Rust standard library: MIT OR Apache-2.0 [${number(fs.readFileSync('LICENSE-APACHE', 'utf8').trim())}]\n  The Rust Project contributors\n  https://github.com/rust-lang/rust`;
  const told = [...numbers].map(([text, at]) => `${'-'.repeat(80)}\n[${at}]\n\n${text}`);
  return `This app contains the following software of third parties. The numbers name the texts below.\n\n${[std, ...listed].join('\n\n')}\n\n${told.join('\n\n')}\n`;
}
