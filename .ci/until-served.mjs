// Starts `make serve`, waits until the page and the app it names are answered, prints the seconds, and stops it.
// Usage: node .ci/until-served.mjs NAME WANTED-SECONDS
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** After so many minutes nobody waits any longer: the first time everything is built. */
const PATIENCE = 10;

const [name, wanted] = process.argv.slice(2);
const port = await new Promise(tell => {
  const free = createServer().listen(0, '127.0.0.1', () => { const { port } = free.address(); free.close(() => tell(port)); });
});
const at = `http://127.0.0.1:${port}/`;
const start = performance.now();
// Detached, so that it can be stopped with all that it starts; what stops this script then has to be handed on to it.
const serving = spawn('make', ['serve', `PORT=${port}`], { detached: true, stdio: 'ignore' });
const ends = code => { console.error(`make serve ended with ${code}`); process.exit(1); };
const stop = () => { try { process.kill(-serving.pid); } catch { /* It has ended. */ } };
serving.on('exit', ends);
serving.on('error', error => ends(error.message));
process.on('exit', stop);
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) process.on(signal, () => process.exit(code));
setTimeout(() => { console.error(`make serve answered nothing at ${at} in ${PATIENCE} minutes`); process.exit(1); }, PATIENCE * 60_000);

async function up() {
  try {
    const signal = AbortSignal.timeout(10_000);
    const page = await fetch(at, { signal });
    const app = page.ok && (await page.text()).match(/[\w./-]+\.wasm/);
    return !!app && (await fetch(new URL(app[0], at), { signal })).ok;
  } catch {
    return false; // Nothing listens yet.
  }
}
while (!(await up())) await new Promise(later => setTimeout(later, 100));
console.log(`${name.padEnd(24)} ${((performance.now() - start) / 1000).toFixed(1).padStart(10)} s, wanted the second time: at most ${wanted}`);
process.exit();
