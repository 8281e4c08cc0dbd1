//! What a run comes to, in a few lines.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use crate::diag::{Diagnostic, Language, Message, Severity};
use crate::plan::{Plan, RepostTo, Resolved};
use crate::{Analysis, Built, Stage, Times};

/// The closing lines of a run.
pub(super) fn of(
    analysis: &Analysis,
    findings: &[Diagnostic],
    built: Option<&(Built, &PathBuf)>,
    elapsed: Duration,
    language: Language,
) -> String {
    let mut text = String::new();
    let mut line = |message: Message| {
        let _ = writeln!(text, "{}", message.get(language));
    };
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if let Some((plan, _)) = &analysis.sound {
        line(contents(plan));
    }
    if let Some((built, out)) = built {
        line(published(built, &out.display().to_string()));
    }
    let (seconds, times) = (elapsed.as_secs_f64(), times(analysis, built, language));
    line(Message::new(
        format!("指摘: エラー {errors}、警告 {warnings}（{seconds:.2} 秒: {times}）"),
        format!("findings: {errors} errors, {warnings} warnings ({seconds:.2} s: {times})"),
    ));
    if errors > 0 {
        line(Message::new(
            "エラーがあるので、サイトは作っていません（前のサイトはそのままです）",
            "there are errors: the site was not made, an earlier one is as it was",
        ));
    }
    text
}

fn contents(plan: &Plan<Resolved>) -> Message {
    let marks: usize = plan.links.term_uses.iter().map(Vec::len).sum();
    let (terms, reposts) = (plan.terms.len(), plan.links.reposts.len());
    let outside = plan.links.reposts.iter().filter(|repost| matches!(repost.to, RepostTo::NotCarried(_))).count();
    Message::new(
        format!("用語 {terms}（印 {marks}）、再掲 {reposts}（うち収録していない編へ {outside}）"),
        format!("{terms} terms ({marks} marks), {reposts} re-posts ({outside} of volumes not carried)"),
    )
}

fn published(built: &Built, out: &str) -> Message {
    let pages = built.rendered.pages;
    let published = &built.published;
    let (written, unchanged, removed) = (published.written, published.unchanged, published.removed);
    Message::new(
        format!("{out}: {pages} ページ、ファイルは書き込み {written}、変更なし {unchanged}、削除 {removed}"),
        format!("{out}: {pages} pages; files: {written} written, {unchanged} unchanged, {removed} removed"),
    )
}

/// `load 3 ms, parse 5 ms, …`
fn times(analysis: &Analysis, built: Option<&(Built, &PathBuf)>, language: Language) -> String {
    let later: &[_] = built.map_or(&[], |(built, _)| &built.times);
    let all: Times = analysis.times.iter().chain(later).copied().collect();
    let time =
        |(stage, time): &(Stage, Duration)| format!("{} {:.1} ms", stage.word(language), time.as_secs_f64() * 1000.0);
    let between = match language {
        Language::Japanese => "、",
        Language::English => ", ",
    };
    all.iter().map(time).collect::<Vec<_>>().join(between)
}
