//! The web app.

fn main() {
    taste::ui::start();
}
