// Fetches the parts of the app: the one that holds the address at once, others when a page asks for them by an event of the
// window, and ahead of that when the reader points at a link that leads to them. The names of the files stand in the page.
const files = document.getElementById('parts').dataset;
const base = new URL(document.baseURI).pathname;
const asked = new Map();

// The opening page is the one without a path beyond its language. The app knows better and asks again where this is wrong.
function holder(url) {
  const inside = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : '';
  return /^[^/]*\/?$/.test(inside) ? 'opening' : 'further';
}

function link(rel, href, more) {
  return new Promise(done => document.head.append(Object.assign(document.createElement('link'), { rel, href, onload: done, onerror: done, ...more })));
}

async function bring(part, attempt) {
  // An address that failed once may be remembered as failed; a fragment makes it another one.
  const script = files[`${part}Js`] + (attempt ? `#${attempt}` : '');
  const program = fetch(files[`${part}Wasm`]);
  const styles = (files[`${part}Css`] ?? '').split(' ').filter(Boolean);
  const [module] = await Promise.all([import(script), ...styles.map(href => link('stylesheet', href))]);
  await module.default({ module_or_path: program });
}

function ask(part) {
  const { attempts, there } = asked.get(part) ?? { attempts: 0, there: false };
  // A part that is there listens for itself.
  if (there) return Promise.resolve();
  asked.set(part, { attempts: attempts + 1, there: true });
  return bring(part, attempts).catch(error => {
    asked.set(part, { attempts: attempts + 1, there: false });
    window.dispatchEvent(new CustomEvent('part-missing', { detail: part }));
    throw error;
  });
}

function ahead({ target }) {
  const anchor = target.closest?.('a[data-go]');
  const part = anchor && holder(new URL(anchor.getAttribute('href'), document.baseURI));
  if (!part || asked.has(part)) return;
  asked.set(part, { attempts: 0, there: false });
  link('modulepreload', files[`${part}Js`]);
  link('preload', files[`${part}Wasm`], { as: 'fetch', crossOrigin: 'anonymous' });
}

window.addEventListener('part', event => void ask(event.detail).catch(() => {}));
for (const kind of ['pointerover', 'focusin']) window.addEventListener(kind, ahead, { passive: true });
await ask(holder(location));
