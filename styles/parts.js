// Fetches the parts of the app: the first one at once, another when a page asks for it by an event of the window.
// The names of the files stand in the page, where the build puts them.
const files = document.getElementById('parts').dataset;
const asked = new Map();

function style(href) {
  return new Promise(done => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href, onload: done, onerror: done });
    document.head.append(link);
  });
}

async function bring(part, attempt) {
  // An address that failed once may be remembered as failed; a fragment makes it another one.
  const script = files[`${part}Js`] + (attempt ? `#${attempt}` : '');
  const styles = (files[`${part}Css`] ?? '').split(' ').filter(Boolean);
  const [module] = await Promise.all([import(script), ...styles.map(style)]);
  await module.default({ module_or_path: files[`${part}Wasm`] });
}

function ask(part) {
  const before = asked.get(part) ?? { attempts: 0, there: false };
  if (before.there) return Promise.resolve();
  asked.set(part, { attempts: before.attempts + 1, there: true });
  return bring(part, before.attempts).catch(error => {
    asked.set(part, { attempts: before.attempts + 1, there: false });
    window.dispatchEvent(new CustomEvent('part-missing', { detail: part }));
    throw error;
  });
}

// A part that is there listens for itself; what could not be fetched is told to the page, which offers to try again.
window.addEventListener('part', event => void ask(event.detail).catch(() => {}));
await ask('first');
