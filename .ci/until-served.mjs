// Starts `make serve`, waits until the page and the app it names are answered, prints the seconds, and stops it.
// Usage: node .ci/until-served.mjs NAME WANTED-SECONDS
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const [name, wanted] = process.argv.slice(2);
const port = await new Promise(tell => {
  const free = createServer().listen(0, '127.0.0.1', () => { const { port } = free.address(); free.close(() => tell(port)); });
});
const at = `http://127.0.0.1:${port}/`;
const start = performance.now();
const serving = spawn('make', ['serve', `PORT=${port}`], { detached: true, stdio: 'ignore' });
serving.on('exit', code => { console.error(`make serve ended with ${code}`); process.exit(1); });

async function up() {
  try {
    const page = await fetch(at);
    const app = page.ok && (await page.text()).match(/[\w./-]+\.wasm/);
    return !!app && (await fetch(new URL(app[0], at))).ok;
  } catch {
    return false; // Nothing listens yet.
  }
}
while (!(await up())) await new Promise(later => setTimeout(later, 100));
console.log(`${name.padEnd(24)} ${((performance.now() - start) / 1000).toFixed(1).padStart(10)} s, wanted the second time: at most ${wanted}`);
serving.removeAllListeners('exit');
process.kill(-serving.pid);
