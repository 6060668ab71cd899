//! Who may import whom, as README's architecture section says, and what else it promises of the code.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All source files below a folder, in the order of their paths.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of a file: without comments, and without the tests at its end.
fn code(path: &Path) -> String {
    let text = read(path);
    // Tests stand at the end of a file, or in one of their own beside it.
    let is_tests = path.file_name().is_some_and(|name| name == "tests.rs");
    let product = text.split("#[cfg(test)]\nmod tests").next().filter(|_| !is_tests).unwrap_or_default();
    product.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The top module that a file belongs to.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(root("src")).expect("it is a source file");
    let first = inside.components().next().expect("it has a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The top modules of this crate that a text names after `crate::`, in paths and in groups of imports.
fn named(code: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        let Some(group) = part.strip_prefix('{') else {
            names.insert(word(part));
            continue;
        };
        let (mut depth, mut begins) = (0, true);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                c if begins && c.is_alphabetic() => {
                    names.insert(word(&group[at..]));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    names.remove("");
    names
}

/// The table of README's architecture section: each module and those it may import.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let readme = read(&root("README.md"));
    let section = readme.split("## How the code is laid out").nth(1).expect("README has the section");
    let table = section.split("\n## ").next().unwrap_or_default();
    let quoted = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            (quoted(cells[0]).remove(0), quoted(cells[2]).into_iter().collect())
        })
        .collect()
}

#[test]
fn modules_import_only_what_readme_allows_them() {
    let allowed = allowed();
    let mut wrong = Vec::new();
    for path in sources(&root("src")) {
        let module = module(&path);
        if ["lib", "bin"].contains(&module.as_str()) {
            continue;
        }
        let may = allowed.get(&module).unwrap_or_else(|| panic!("README does not name `{module}`"));
        for name in named(&code(&path)) {
            // A macro of the crate stands at its root.
            if name != module && name != "record" && !may.contains(&name) {
                wrong.push(format!("{} names `{name}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_table_names_every_module_and_no_other_and_has_no_cycle() {
    let allowed = allowed();
    let there: BTreeSet<String> =
        sources(&root("src")).iter().map(|path| module(path)).filter(|name| name != "lib" && name != "bin").collect();
    assert_eq!(allowed.keys().cloned().collect::<BTreeSet<_>>(), there);
    let mut left = allowed;
    while !left.is_empty() {
        let free: Vec<String> = left
            .iter()
            .filter(|(_, uses)| !uses.iter().any(|name| left.contains_key(name)))
            .map(|(name, _)| name.clone())
            .collect();
        assert!(!free.is_empty(), "these import one another: {:?}", left.keys());
        left.retain(|name, _| !free.contains(name));
    }
}

#[test]
fn only_the_face_names_yew_or_the_browser() {
    let browser = ["yew::", "web_sys::", "js_sys::", "gloo::", "wasm_bindgen"];
    for path in sources(&root("src")).iter().filter(|path| module(path) != "ui") {
        let code = code(path);
        for name in browser {
            assert!(!code.contains(name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn the_core_knows_no_clock_no_chance_no_hash_order_and_no_files() {
    let pure = ["model", "load", "check", "trace", "layout", "search", "sorting", "view", "words"];
    for path in sources(&root("src")).iter().filter(|path| pure.contains(&module(path).as_str())) {
        let code = code(path);
        for name in ["std::time", "std::fs", "std::env", "std::thread", "HashMap", "HashSet", "rand::"] {
            assert!(!code.contains(name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn the_face_asks_for_long_work_in_one_place_only() {
    for path in sources(&root("src/ui")).iter().filter(|path| !path.ends_with("ask.rs")) {
        let code = code(path);
        for call in
            ["load::load(", "layout::compute(", "Arrangement::new(", "drawing::draw(", "Index::new(", "index.find("]
        {
            assert!(!code.contains(call), "{} calls {call}", path.display());
        }
    }
}

#[test]
fn components_write_no_styles_and_no_html_of_their_own() {
    for path in sources(&root("src/ui")) {
        let code = code(&path);
        for name in ["style={", "style=\"", "from_html_unchecked", "set_inner_html(&"] {
            assert!(!code.contains(name), "{} has {name}, which a strict content policy forbids", path.display());
        }
    }
    let page = read(&root("index.html"));
    assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains("<script>"), "no inline code");
}

#[test]
fn at_the_top_stand_eight_things_and_what_a_tool_insists_on_finding_there() {
    let ours = ["Cargo.toml", "README.md", "Trunk.toml", "data", "index.html", "src", "styles", "tests"];
    let of_tools = ["Cargo.lock", "LICENSE-APACHE", "LICENSE-MIT", "Makefile", "benches", "rust-toolchain.toml"];
    let built = ["dist", "target"];
    for entry in std::fs::read_dir(root("")).expect("the folder is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = [&ours[..], &of_tools, &built].concat().contains(&name.as_str());
        assert!(known || name.starts_with('.'), "{name} stands at the top");
    }
}

#[test]
fn each_package_that_is_used_has_its_reason_beside_it() {
    let manifest = read(&root("Cargo.toml"));
    let (mut within, mut before, mut count) = (false, "", 0);
    for line in manifest.lines() {
        if line.starts_with('[') {
            within = line.trim_end_matches(']').ends_with("dependencies");
        } else if within && line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            assert!(before.starts_with("# "), "{line} stands without a reason");
            count += 1;
        }
        before = line;
    }
    assert!(count > 15, "{count}");
}

#[test]
fn text_files_have_plain_line_ends_everywhere() {
    assert!(read(&root(".gitattributes")).lines().any(|line| line == "* text=auto eol=lf"));
}

#[test]
fn readme_leads_with_a_picture_and_two_commands_and_tells_curators_hosts_and_newcomers_what_they_need() {
    let readme = read(&root("README.md"));
    let place = |said: &str| readme.find(said).unwrap_or_else(|| panic!("README does not say {said}"));
    let in_order = [
        "](tests/pictures/chain.png)",
        "\nmake serve ",
        "\nmake test ",
        "\n## Edit the data\n",
        "\n### Add a picture\n",
        "\n## Deploy\n",
        "\n## How the code is laid out\n",
        "\n## Invariants\n",
        "\n## How to test\n",
        "\n## Licences\n",
    ];
    assert!(in_order.map(place).is_sorted());
    for command in ["check FILE", "fmt FILE", "schema", "layout FILE", "trace FILE ID"] {
        place(&format!("| `curate {command}` |"));
    }
    for host in ["GitHub Pages", "Netlify", "nginx", "Apache", "Caddy", "Object storage"] {
        place(&format!("\n| {host}"));
    }
    for credit in ["MIT", "Apache-2.0", "CC BY 4.0", "https://www.openstreetmap.org/copyright", "ODbL"] {
        place(credit);
    }
}

#[test]
fn no_file_is_longer_than_a_head_holds() {
    let files = ["src", "tests"].into_iter().flat_map(|folder| sources(&root(folder)));
    for path in files {
        let lines = read(&path).lines().count();
        assert!(lines <= 500, "{}: {lines} lines", path.display());
    }
}

#[test]
fn setting_up_takes_nothing_away_from_the_folder_it_is_called_in() {
    let folder = std::env::temp_dir().join(format!("taste-setup-{}", std::process::id()));
    // The script ends at a need that it does not know, and clears up as it does at any end.
    let kept = folder.join("unknown");
    std::fs::create_dir_all(&kept).expect("a folder can be made");
    let mut setup = std::process::Command::new("bash");
    let ended = setup.arg(root(".ci/setup")).arg("unknown").current_dir(&folder).output().expect("there is a shell");
    let is_kept = kept.is_dir();
    let _ = std::fs::remove_dir_all(&folder);
    assert!(!ended.status.success() && is_kept, "{}", String::from_utf8_lossy(&ended.stderr));
}
