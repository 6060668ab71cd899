//! A visitor's hand: keys, mouse, wheel and fingers as the browser itself gets them, not events made by a script.

use serde_json::{Value, json};

use super::House;

/// A point of the window, in pixels.
pub(crate) type Point = (f64, f64);

/// The digit of the `DevTools` protocol for the Ctrl key.
const CTRL: u32 = 2;

impl House {
    async fn input(&self, kind: &str, parameters: Value) {
        self.command(&format!("Input.{kind}"), parameters).await;
    }

    /// A point that a script returns as two numbers.
    pub(crate) async fn point(&self, script: &str) -> Point {
        let point = self.run(script).await;
        let number = |at: usize| point[at].as_f64().unwrap_or_else(|| panic!("{script}: {point}"));
        (number(0), number(1))
    }

    /// Turns the wheel over a point, by so many pixels.
    pub(crate) async fn wheel(&self, (x, y): Point, down: i32, ctrl: bool) {
        let modifiers = if ctrl { CTRL } else { 0 };
        let turn = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down, "modifiers": modifiers });
        self.input("dispatchMouseEvent", turn).await;
    }

    /// Presses the mouse at the first point and lets it go at the last.
    pub(crate) async fn drag(&self, way: &[Point]) {
        let mouse = async |kind: &str, (x, y): Point, buttons: u32| {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
            self.input("dispatchMouseEvent", event).await;
        };
        mouse("mousePressed", way[0], 1).await;
        for point in way {
            mouse("mouseMoved", *point, 1).await;
        }
        mouse("mouseReleased", way[way.len() - 1], 0).await;
    }

    /// Lays fingers on the first points, moves them through the others and lifts them from the last.
    pub(crate) async fn touch(&self, way: &[&[Point]]) {
        for (step, fingers) in way.iter().enumerate() {
            let kind = if step == 0 { "touchStart" } else { "touchMove" };
            let points: Vec<Value> =
                fingers.iter().enumerate().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
            self.input("dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
        }
        self.input("dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
    }

    /// Gives the input method this text to compose, which is not yet entered.
    pub(crate) async fn compose(&self, text: &str) {
        let end = text.chars().count();
        self.input("imeSetComposition", json!({ "text": text, "selectionStart": end, "selectionEnd": end })).await;
    }

    /// Enters what the input method has composed, as this text.
    pub(crate) async fn compose_end(&self, text: &str) {
        self.input("insertText", json!({ "text": text })).await;
    }

    /// Presses a key for what has the focus.
    pub(crate) async fn key(&self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Escape" => 27,
            "Tab" => 9,
            "PageUp" => 33,
            "PageDown" => 34,
            "End" => 35,
            "Home" => 36,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            other => panic!("no code for {other}"),
        };
        // Enter is a letter as well, which is what presses a button.
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let press = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
            self.input("dispatchKeyEvent", press).await;
        }
    }

    /// Waits until two frames have been drawn, so that what an event led to is there.
    pub(crate) async fn frames(&self) {
        self.run("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))").await;
    }
}
