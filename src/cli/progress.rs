//! A line on the terminal while long work goes on. Nothing where nobody watches.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::Stage;
use crate::diag::Language;

/// The line.
pub(super) struct Progress {
    bar: ProgressBar,
    language: Language,
}

impl Progress {
    /// A line that is drawn on standard error if that is a terminal.
    pub(super) fn new(language: Language) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        // The first tick comes after the interval: a build that is quicker shows no line at all.
        bar.enable_steady_tick(Duration::from_millis(200));
        Self { bar, language }
    }

    /// A stage begins.
    pub(super) fn stage(&self, stage: Stage) {
        self.bar.set_message(stage.name(self.language));
    }

    /// The work is done: the line goes.
    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.done();
    }
}
