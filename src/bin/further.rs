//! The web app: its further part, with all other pages.

fn main() {
    taste::ui::start(&taste::ui::pages::FURTHER);
}
