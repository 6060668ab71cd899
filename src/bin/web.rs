//! The web app: the part with the opening page.

fn main() {
    taste::ui::start(&taste::ui::pages::OPENING);
}
