//! keikaku (計画) turns the plan of a public body, kept as Markdown and YAML, into a static website.
//!
//! # The map
//!
//! Data flows one way. Each stage is one folder with one entry function; a stage never names a later one
//! or a sibling, and only this file knows them all (`tests/architecture.rs` holds that).
//!
//! | | stage | what it does | gives |
//! |---|---|---|---|
//! | 1 | [`load`] | reads every file once, through a gate for text: the only reads | [`load::Inputs`] |
//! | 2 | [`parse`] | text to a typed draft with places, each translation paired with its original | [`Plan<Unresolved>`](plan::Plan) |
//! | 3 | [`resolve`] | re-posts, terms, targets, links, expressions | [`Plan<Resolved>`](plan::Plan) |
//! | 4 | [`check`] | rules over the whole plan | [findings](diag::Diagnostic) |
//! | 5 | [`render`] | pages, open data | files into a [`Sink`] |
//! | 5 | [`search`] | index and program of the search | files into a [`Sink`] |
//! | 6 | [`output`] | staging folder, then one exchange: the only writes | the new site |
//!
//! Beside them stands [`status`], which tells from stage 2 how the translations stand.
//!
//! Beneath all: [`lang`], [`mod@source`] (places), [`diag`] (findings), [`site`] (addresses), [`plan`] (types
//! only), [`characters`] (which no text may have), [`system`] (its refusals in words), [`wordings`] (which occur
//! in a text), and [`yaml`], the one module that knows the YAML library. Above all: [`cli`], what users type.
//!
//! Before the compiler runs `build.rs`, with the files in `src/build/`: it makes the dictionary of the search, its tables of
//! words and kanji, and of the modules in `src/search/browser/` the scripts that sites carry.
//!
//! Stages 2 to 4 give a value *and* all complaints, so that one run tells every fault; an error-level
//! finding stops before stage 5, and the published site stays as it was.

pub mod characters;
pub mod check;
pub mod cli;
pub mod diag;
pub mod lang;
pub mod load;
pub mod output;
pub mod parse;
pub mod plan;
pub mod render;
pub mod resolve;
pub mod search;
pub mod site;
pub mod source;
pub mod status;
pub mod system;
pub mod wordings;
pub mod yaml;

use std::path::Path;
use std::time::{Duration, Instant};

use diag::{Diagnostic, Language, Place};
use lang::Lang;
use load::{Inputs, LoadError};
use output::{OutputError, Publication, Published};
use plan::{Plan, Resolved};
use render::{RenderError, Theme};
use site::Sink;

/// A stage, for those who watch a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// [`load`]
    Load,
    /// [`parse`]
    Parse,
    /// [`resolve`]
    Resolve,
    /// [`check`]
    Check,
    /// The templates.
    Theme,
    /// [`render`] and [`search`], side by side.
    Render,
    /// [`output`]
    Publish,
}

impl Stage {
    /// The stage in a word, for the times of a run.
    pub fn word(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Load => ("読み込み", "load"),
            Self::Parse => ("文章", "parse"),
            Self::Resolve => ("再掲と用語", "resolve"),
            Self::Check => ("検査", "check"),
            Self::Theme => ("テーマ", "theme"),
            Self::Render => ("ページと検索", "render+search"),
            Self::Publish => ("公開", "publish"),
        };
        match language {
            Language::Japanese => ja,
            Language::English => en,
        }
    }

    /// What is being done, for users.
    pub fn name(self, language: Language) -> &'static str {
        let (ja, en) = match self {
            Self::Load => ("ファイルを読んでいます", "reading files"),
            Self::Parse => ("文章を調べています", "parsing"),
            Self::Resolve => ("再掲と用語をつないでいます", "resolving re-posts and terms"),
            Self::Check => ("全体を調べています", "checking"),
            Self::Theme => ("テーマを読んでいます", "reading the theme"),
            Self::Render => ("ページと検索を作っています", "making pages and search"),
            Self::Publish => ("公開しています", "publishing"),
        };
        match language {
            Language::Japanese => ja,
            Language::English => en,
        }
    }
}

/// How long each stage took, in order.
pub type Times = Vec<(Stage, Duration)>;

/// A site's folder, read and judged: what stages 1 to 4 give.
pub struct Analysis {
    /// All files that were read.
    pub inputs: Inputs,
    /// The plan and its theme, when there is no error among the findings.
    pub sound: Option<(Plan<Resolved>, Theme)>,
    /// All findings, sorted by place.
    pub findings: Vec<Diagnostic>,
    /// How long the stages took.
    pub times: Times,
}

/// Why a site could not be built although its content is sound.
#[derive(Debug)]
pub enum BuildError {
    /// The output folder.
    Output(OutputError),
    /// A page.
    Render(RenderError),
}

impl From<RenderError> for BuildError {
    /// A file that could not be written is a fault of the output folder, which knows best what to say.
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Sink(error) => Self::Output(error.into()),
            error => Self::Render(error),
        }
    }
}

/// What a build did.
pub struct Built {
    /// Pages and files.
    pub rendered: render::Summary,
    /// What of it was new.
    pub published: Published,
    /// How long the stages took.
    pub times: Times,
}

/// Stages 1 to 4: reads the folder and finds everything that is wrong.
///
/// # Errors
/// The folder itself cannot be read.
pub fn analyse(site: &Path, watch: &dyn Fn(Stage)) -> Result<Analysis, LoadError> {
    let mut clock = Clock { watch, times: Vec::new() };
    let (inputs, loaded) = clock.time(Stage::Load, || load::load(site))?;
    let mut findings = loaded.clone();
    // A file that was refused is not missing as well.
    let refused = |path: &str| {
        let below =
            |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/') || rest.is_empty());
        loaded.iter().any(|finding| matches!(&finding.place, Place::Path(folder) if below(folder)))
    };
    let (draft, found) = clock.time(Stage::Parse, || parse::parse(&inputs.sources));
    findings.extend(found);
    let mut sound = None;
    if let Some(draft) = draft {
        let (plan, found) = clock.time(Stage::Resolve, || resolve::resolve(draft));
        findings.extend(found);
        findings.extend(clock.time(Stage::Check, || check::check(&plan)));
        let (theme, found) = clock.time(Stage::Theme, || Theme::read(&inputs.sources, &plan.meta));
        findings.extend(found.into_iter().filter(|_| !refused(&format!("themes/{}", plan.meta.theme.value))));
        let theme = theme.map(|theme| theme.search_script(search::PAGE_SCRIPT));
        sound = theme.filter(|_| !diag::has_errors(&findings)).map(|theme| (plan, theme));
    }
    // A file in a wrong encoding is one fault, not one for each word in it.
    findings.retain(|finding| match &finding.place {
        Place::Span(span) => !inputs.undecoded.contains(&span.file) || loaded.contains(finding),
        Place::Path(path) => loaded.contains(finding) || !refused(path),
    });
    diag::order::sort(&mut findings, &inputs.sources);
    Ok(Analysis { inputs, sound, findings, times: clock.times })
}

/// How a site's translations stand: what stages 1 and 2 know of them.
pub struct Survey {
    /// All files that were read.
    pub inputs: Inputs,
    /// The languages of the plan, its own first.
    pub languages: Vec<Lang>,
    /// All passages in every other language.
    pub passages: Vec<plan::Passage>,
    /// What is on record of them.
    pub recorded: Vec<plan::Recorded>,
    /// What is wrong with the content. With an error among them passages may be missing.
    pub findings: Vec<Diagnostic>,
}

/// Stages 1 and 2, for [`status`].
///
/// # Errors
/// The folder itself cannot be read.
pub fn survey(site: &Path) -> Result<Survey, LoadError> {
    let (inputs, mut findings) = load::load(site)?;
    let (draft, found) = parse::parse(&inputs.sources);
    findings.extend(found);
    diag::order::sort(&mut findings, &inputs.sources);
    let (languages, passages, recorded) =
        draft.map(|draft| (draft.meta.languages, draft.passages, draft.recorded)).unwrap_or_default();
    Ok(Survey { inputs, languages, passages, recorded, findings })
}

/// Stages 5 and 6: renders a sound plan and publishes it to `out`.
///
/// # Errors
/// The output folder cannot be written or is not ours, or a template fails. The old site stays whole.
pub fn build(
    plan: &Plan<Resolved>,
    theme: &Theme,
    site: &Path,
    out: &Path,
    watch: &dyn Fn(Stage),
) -> Result<Built, BuildError> {
    let mut clock = Clock { watch, times: Vec::new() };
    let publication = Publication::begin(site, out).map_err(BuildError::Output)?;
    let rendered = clock.time(Stage::Render, || write(plan, theme, &publication))?;
    let published = clock.time(Stage::Publish, || publication.publish()).map_err(BuildError::Output)?;
    Ok(Built { rendered, published, times: clock.times })
}

/// Stage 5 alone: all files of the site into a sink.
///
/// # Errors
/// A template fails, or the sink does not take a file.
pub fn write(plan: &Plan<Resolved>, theme: &Theme, sink: &dyn Sink) -> Result<render::Summary, RenderError> {
    let (rendered, searched) =
        rayon::join(|| render::render(plan, theme, sink), || search::write(plan, sink).map_err(RenderError::Sink));
    searched?;
    rendered
}

/// Measures stages.
struct Clock<'a> {
    watch: &'a dyn Fn(Stage),
    times: Times,
}

impl Clock<'_> {
    fn time<T>(&mut self, stage: Stage, job: impl FnOnce() -> T) -> T {
        (self.watch)(stage);
        let start = Instant::now();
        let value = job();
        self.times.push((stage, start.elapsed()));
        value
    }
}
