//! The curator's tool.

fn main() -> std::process::ExitCode {
    taste::curate::main()
}
