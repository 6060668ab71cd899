// Lays out one graph with another program and prints where that one draws its links, for `benches/layout.rs`.
// Usage: node benches/peers.mjs graphviz|dagre|elk RUNS < graph.json
// In:  { "stages": 6, "nodes": [stage, …], "links": [[from, to], …] }, ends being places in `nodes`.
// Out: { "version", "milliseconds": [one per run], "links": [[[x, y], …], …], "others": [links, …] }, in the order of the links given;
// `others` are plainer ways to draw the same result, for a count that favours the program most.
// The time covers building the library's graph from plain objects, the layout, and reading its routes back; loading the library is left out.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const WIDTH = 80, HEIGHT = 28, BETWEEN_NODES = 10, BETWEEN_STAGES = 80;
// Each cubic of a curve is drawn as this many straight pieces.
const PIECES = 8;

// The versions are pinned in the set-up, which also installs them.
const setup = fs.readFileSync(new URL('../.ci/setup', import.meta.url), 'utf8');
function home(pin, name) {
  const version = setup.match(new RegExp(`^${pin}=(\\S+)`, 'm'))[1];
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  const folder = path.join(cache, 'taste-of-xiguan', `${name.split('/').pop()}-${version}`);
  if (!fs.existsSync(folder)) throw new Error(`${name} ${version} is not installed: .ci/setup bench`);
  return { version, require: createRequire(path.join(folder, 'index.js')) };
}

// The points of a chain of cubics: end, two handles, end, two handles, end …
function polyline(curve) {
  const points = [curve[0]];
  for (let at = 0; at + 3 < curve.length; at += 3) {
    for (let piece = 1; piece <= PIECES; piece += 1) {
      const t = piece / PIECES, s = 1 - t;
      points.push([0, 1].map(axis => s * s * s * curve[at][axis] + 3 * s * s * t * curve[at + 1][axis]
        + 3 * s * t * t * curve[at + 2][axis] + t * t * t * curve[at + 3][axis]));
    }
  }
  return points;
}

// Graphviz keeps to our stages: nodes of one stage have one rank, and a chain of unseen links orders the ranks.
async function graphviz() {
  const { version, require } = home('GRAPHVIZ', '@hpcc-js/wasm-graphviz');
  const { Graphviz } = await import(pathToFileURL(require.resolve('@hpcc-js/wasm-graphviz')));
  const program = await Graphviz.load();
  return {
    version,
    run: graph => {
      const stages = Array.from({ length: graph.stages }, (_, stage) => stage);
      const members = stages.map(stage => [`s${stage}`]);
      graph.nodes.forEach((stage, node) => members[stage].push(`n${node}`));
      const text = `digraph {
        rankdir=LR; nodesep=${BETWEEN_NODES / 72}; ranksep=${BETWEEN_STAGES / 72}; edge [dir=none];
        node [shape=box, label="", fixedsize=true, width=${WIDTH / 72}, height=${HEIGHT / 72}];
        ${stages.map(stage => `s${stage} [style=invis];`).join('\n')}
        ${stages.map(stage => `s${stage}`).join(' -> ')} [style=invis];
        ${members.map(names => `{ rank=same; ${names.join('; ')} }`).join('\n')}
        ${graph.links.map(([from, to], link) => `n${from} -> n${to} [id=${link}];`).join('\n')}
      }`;
      const pair = text => text.split(',').map(Number);
      const curves = graph.links.map(() => []);
      const { objects, edges } = JSON.parse(program.layout(text, 'json', 'dot'));
      for (const { id, pos } of edges) if (id !== undefined) curves[id] = pos.split(/[ ;]/).map(pair);
      const middles = new Map(objects.filter(object => object.pos).map(({ name, pos }) => [name, pair(pos)]));
      // Its curves swing; straight from joint to joint, or from middle to middle, they may cross less.
      const joints = curves.map(curve => curve.filter((_, at) => at % 3 === 0));
      const straight = graph.links.map(ends => ends.map(end => middles.get(`n${end}`)));
      return [curves.map(polyline), joints, straight];
    },
  };
}

// Dagre finds stages of its own; it cannot be given any.
async function dagre() {
  const { version, require } = home('DAGRE', '@dagrejs/dagre');
  const { default: fallback, ...named } = await import(pathToFileURL(require.resolve('@dagrejs/dagre')));
  const library = named.graphlib ? named : fallback;
  return {
    version,
    run: graph => {
      const g = new library.graphlib.Graph({ multigraph: true });
      g.setGraph({ rankdir: 'LR', nodesep: BETWEEN_NODES, ranksep: BETWEEN_STAGES });
      graph.nodes.forEach((_, node) => g.setNode(String(node), { width: WIDTH, height: HEIGHT }));
      graph.links.forEach(([from, to], link) => g.setEdge(String(from), String(to), {}, String(link)));
      library.layout(g);
      return [graph.links.map(([from, to], link) => g.edge(String(from), String(to), String(link)).points.map(({ x, y }) => [x, y]))];
    },
  };
}

// ELK's layered method, with stages of its own.
async function elk() {
  const { version, require } = home('ELK', 'elkjs');
  const Library = require('elkjs/lib/elk.bundled.js');
  const library = new Library();
  const options = {
    'elk.algorithm': 'layered', 'elk.direction': 'RIGHT',
    'elk.spacing.nodeNode': String(BETWEEN_NODES), 'elk.layered.spacing.nodeNodeBetweenLayers': String(BETWEEN_STAGES),
    'elk.edgeRouting': 'POLYLINE',
  };
  return {
    version,
    run: async graph => {
      const laid = await library.layout({
        id: 'all', layoutOptions: options,
        children: graph.nodes.map((_, node) => ({ id: `n${node}`, width: WIDTH, height: HEIGHT })),
        edges: graph.links.map(([from, to], link) => ({ id: `l${link}`, sources: [`n${from}`], targets: [`n${to}`] })),
      });
      const links = graph.links.map(() => []);
      for (const { id, sections: [section] } of laid.edges) {
        links[id.slice(1)] = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => [x, y]);
      }
      return [links];
    },
  };
}

const [name, runs] = process.argv.slice(2);
const programs = { graphviz, dagre, elk };
if (!programs[name]) throw new Error(`no such program: ${name}`);
const { version, run } = await programs[name]();
const graph = JSON.parse(fs.readFileSync(0, 'utf8'));
const milliseconds = [];
let ways = [[]];
for (let turn = 0; turn < Number(runs ?? 1); turn += 1) {
  const began = performance.now();
  ways = await run(graph);
  milliseconds.push(performance.now() - began);
}
const [links, ...others] = ways;
process.stdout.write(JSON.stringify({ version, milliseconds, links, others }), () => process.exit(0));
