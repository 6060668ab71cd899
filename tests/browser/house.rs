//! A server for the built app, a driver, and a browser: all three are gone when the test ends.

use std::{
    io::Read,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use axum::{
    Router,
    http::{
        StatusCode, Uri,
        header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
};
use serde_json::{Value, json};
use thirtyfour::{By, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

/// Everything a test needs.
pub(crate) struct House {
    pub(crate) driver: WebDriver,
    base: String,
    chromedriver: Child,
    profile: PathBuf,
    server: tokio::task::JoinHandle<()>,
}

/// A build of the app: the folder that holds it, and the path it was built for, with a slash at both ends.
#[derive(Clone, Copy)]
struct Built {
    folder: &'static str,
    under: &'static str,
}

/// The build that is published.
const WHOLE: Built = Built { folder: "dist", under: "/" };

/// The path of the build for a host that holds other things as well.
pub(crate) const NESTED: &str = "/quarter/food/";

/// What a test puts at a path instead of the built file.
pub(crate) type Fault = (&'static str, u16, &'static str, Vec<u8>);

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// Answers like a static host: files as they are, the app for paths without an extension, 404 for the rest and for what is not under
/// the path of the build.
fn answer(built: Built, path: &str, faults: &[Fault]) -> (u16, &'static str, Vec<u8>) {
    if let Some((_, status, kind, body)) = faults.iter().find(|(at, ..)| *at == path) {
        return (*status, kind, body.clone());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join(built.folder);
    let file = match (path.strip_prefix("/tests/"), path.strip_prefix(built.under)) {
        (Some(rest), _) => root.join("tests").join(rest),
        (None, Some(rest)) => folder.join(rest),
        (None, None) => return (404, "text/plain", b"not here".to_vec()),
    };
    let inside = !path.contains("..");
    match std::fs::read(&file) {
        Ok(body) if inside => (200, content_type(&file), body),
        _ if file.extension().is_none() => {
            let body = std::fs::read(folder.join("index.html")).expect("the app is built: run `make test`");
            (200, "text/html; charset=utf-8", body)
        }
        _ => (404, "text/plain", b"not here".to_vec()),
    }
}

/// The content policy that README gives to deployers, between its first pair of backticks after these words.
fn policy() -> String {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("README is there");
    let told = readme.split_once("A strict content policy fits: `").expect("README names a policy").1;
    let policy = told.split('`').next().expect("it ends").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(policy.contains("default-src 'none'"), "{policy}");
    policy
}

/// Serves the built app under the content policy of README, and these faults, at the address it gives.
async fn serve(built: Built, faults: Vec<Fault>) -> (String, tokio::task::JoinHandle<()>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let base = format!("http://{}{}", listener.local_addr().expect("it has an address"), built.under);
    let policy = policy();
    let app = Router::new().fallback(async move |uri: Uri| {
        let (status, kind, body) = answer(built, uri.path(), &faults);
        let headers = [(CONTENT_TYPE, kind.to_owned()), (CONTENT_SECURITY_POLICY, policy.clone())];
        (StatusCode::from_u16(status).expect("a status"), headers, body)
    });
    let serving = async { axum::serve(listener, app).await.expect("it serves until it is stopped") };
    (base, tokio::spawn(serving))
}

/// Collects what goes wrong in a page, before anything of it runs.
const WATCH: &str = "window.__errors = [];
    const note = kind => (...said) => window.__errors.push(kind + ': ' + said.map(String).join(' '));
    console.error = note('console');
    addEventListener('error', event => note('error')(event.message || (event.target && event.target.src)), true);
    addEventListener('unhandledrejection', event => note('rejection')(event.reason));
    document.addEventListener('securitypolicyviolation', event => note('policy')(event.violatedDirective));";

impl House {
    /// A house with the built app, a window of this size, and these faults.
    pub(crate) async fn open(width: u32, height: u32, faults: Vec<Fault>) -> Self {
        Self::with(WHOLE, width, height, faults).await
    }

    /// A house with the app built for a path below that of its host, and nothing beside it.
    pub(crate) async fn nested(width: u32, height: u32) -> Self {
        Self::with(Built { folder: "target/nested", under: NESTED }, width, height, Vec::new()).await
    }

    async fn with(built: Built, width: u32, height: u32, faults: Vec<Fault>) -> Self {
        let (base, server) = serve(built, faults).await;
        let port = free_port();
        let mut chromedriver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed: run `make test`");
        wait_for_port(&mut chromedriver, port).await;
        let profile = std::env::temp_dir().join(format!("taste-browser-{}-{port}", std::process::id()));
        let mut wanted = DesiredCapabilities::chrome();
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-prefers-reduced-motion",
            "--lang=en",
            // Nothing but this machine can be reached, so that a request to anywhere else fails and is noticed.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ] {
            wanted.add_arg(argument).expect("an argument is text");
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.display())).expect("an argument is text");
        let driver = WebDriver::new(&format!("http://127.0.0.1:{port}"), wanted).await.expect("a browser starts");
        let house = Self { driver, base, chromedriver, profile, server };
        house.before_all(WATCH).await;
        house.resize(width, height).await;
        house
    }

    /// Sends a command of the `DevTools` protocol and gives its answer.
    pub(crate) async fn command(&self, name: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(name, parameters).await;
        answer.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs a script in every page to come, before anything of it.
    pub(crate) async fn before_all(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Gives the page a size.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Goes to a path and waits until something is there: a page of the app, or the word that there is none. What went wrong on the
    /// page that is left would be forgotten with it, and is asked for before.
    pub(crate) async fn go(&self, path: &str) {
        self.nothing_went_wrong().await;
        self.visit(path).await;
        self.until("return !!document.querySelector('main#main')").await;
        // What is drawn is there one layout after the page.
        self.until("return !document.querySelector('main .map') || !!document.querySelector('[data-entity]')").await;
    }

    /// Goes to a path and waits for nothing, as where the app does not run.
    pub(crate) async fn visit(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.base)).await.expect("the page opens");
    }

    /// Runs a script and gives what it returns.
    pub(crate) async fn run(&self, script: &str) -> Value {
        let outcome = self.driver.execute(script, Vec::new()).await;
        outcome.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Runs a script that returns a text.
    pub(crate) async fn text(&self, script: &str) -> String {
        self.run(script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks the first element of a selector, as a visitor does: what lies outside the window, or under a bar of it, is scrolled to
    /// its middle before.
    pub(crate) async fn click(&self, selector: &str) {
        let script = format!(
            "const found = document.querySelector({}), box = found?.getBoundingClientRect();
            const seen = found && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            if (found && !found.contains(seen)) found.scrollIntoView({{ block: 'center' }})",
            json!(selector)
        );
        self.run(&script).await;
        let found = self.driver.find(By::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        found.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Waits until a script returns true.
    pub(crate) async fn until(&self, script: &str) {
        for _ in 0..200 {
            if self.run(script).await == Value::Bool(true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let page = self.text("return location.href + ' ' + document.body.innerText.slice(0, 400)").await;
        panic!("never came true: {script}\nat {page}");
    }

    /// Path and query of the page.
    pub(crate) async fn here(&self) -> String {
        self.text("return (location.pathname + location.search).slice(1)").await
    }

    /// Fails when anything was told to the console as an error, broke the content policy, or was asked of another origin.
    pub(crate) async fn nothing_went_wrong(&self) {
        assert_eq!(self.run("return window.__errors ?? []").await, json!([]), "at {}", self.here().await);
        let foreign = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))";
        assert_eq!(self.run(foreign).await, json!([]));
    }

    /// Ends the browser.
    pub(crate) async fn close(self) {
        // The driver is stopped below in any case.
        let _ = self.driver.clone().quit().await;
    }
}

async fn wait_for_port(chromedriver: &mut Child, port: u16) {
    for _ in 0..100 {
        if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let mut said = String::new();
    if let Some(out) = &mut chromedriver.stdout {
        let _ = out.read_to_string(&mut said);
    }
    panic!("chromedriver does not listen: {said}");
}

impl Drop for House {
    fn drop(&mut self) {
        self.server.abort();
        let _ = self.chromedriver.kill();
        let _ = self.chromedriver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
