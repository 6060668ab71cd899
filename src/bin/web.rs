//! The web app: its first part, with the opening page and the map of the chain.

fn main() {
    taste::ui::start(&taste::ui::pages::FIRST);
}
