//! The web app: the part with all other pages.

fn main() {
    taste::ui::start(&taste::ui::pages::FURTHER);
}
